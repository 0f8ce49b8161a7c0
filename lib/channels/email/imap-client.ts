import { ImapFlow } from "imapflow";
import type { ServerAddress } from "#lib/domain/mailboxes/connection.ts";

export type ImapLogin = { user: string; pass: string } | { user: string; accessToken: string };

/** No mail that we take is longer; what a server announces beyond that ends the connection. */
const maxLiteralBytes = 72 << 20;

/** A connection of our settings: nothing happens by itself, IDLE is ours, silence ends it. */
export function imapClient(server: ServerAddress, login: ImapLogin): ImapFlow {
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.security === "tls",
    doSTARTTLS: server.security === "tls" ? undefined : server.security === "starttls",
    auth: login,
    logger: false,
    disableAutoIdle: true,
    // Longer than we leave a connection alone, so that only a dead one runs into it.
    socketTimeout: 150_000,
    connectionTimeout: 20_000,
    greetingTimeout: 16_000,
    maxLiteralSize: maxLiteralBytes,
    maxResponseSize: maxLiteralBytes + (1 << 20),
    clientInfo: { name: "Baton", vendor: false, "support-url": false },
  });
  // Told by the command that fails too; unheard it would end the process.
  client.on("error", () => {});
  return client;
}

/** What a server said, without the words of a mail or a password. */
export function saidBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = Reflect.get(error, "responseText");
  const code = Reflect.get(error, "serverResponseCode") ?? Reflect.get(error, "code");
  return [typeof code === "string" ? code : "", typeof text === "string" ? text : error.message]
    .filter(Boolean)
    .join(": ")
    .slice(0, 500);
}
