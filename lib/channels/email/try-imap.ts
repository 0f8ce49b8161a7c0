import type { ImapPlace } from "#lib/domain/mailboxes/connection.ts";
import { type ImapLogin, imapClient } from "./imap-client.ts";

/** Logs in and looks into each folder, changing nothing. Resolves with how many mails are there. */
export async function tryImap(place: ImapPlace, login: ImapLogin): Promise<string> {
  const client = imapClient(place, login);
  try {
    await client.connect();
    const found: string[] = [];
    const wanted = place.moveTo ? [...place.folders, place.moveTo] : place.folders;
    for (const folder of wanted) {
      const status = await client.status(folder, { messages: true });
      if (!status) throw new Error(`there is no folder ${folder}`);
      found.push(`${folder} ${status.messages ?? 0}`);
    }
    return [...found, client.capabilities.has("IDLE") ? "IDLE" : "no IDLE"].join(", ");
  } finally {
    client.close();
  }
}
