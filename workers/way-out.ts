import { relayOf } from "#lib/channels/email/relay.ts";
import type { WayOut } from "#lib/channels/email/send-email.ts";
import type { Context } from "#lib/services/context.ts";
import { readConnection } from "#lib/services/mailboxes/read-connections.ts";
import { loginTo } from "./mailbox-login.ts";

/** How mail of a mailbox leaves: its own server and signature where it has them. Closed: no token can be had now. */
export async function wayOut(
  ctx: Context,
  mailboxId: string | null,
): Promise<({ kind: "open" } & WayOut) | { kind: "closed"; error: string }> {
  const connection = mailboxId ? await readConnection(ctx, mailboxId) : null;
  if (!connection) return { kind: "open" };
  const { smtp, dkimSelector: selector, dkimPrivateKey: privateKey, address } = connection;
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const dkim = selector && privateKey ? { dkim: { domain, selector, privateKey } } : {};
  if (!smtp) return { kind: "open", ...dkim };
  try {
    const login = smtp.user ? await loginTo(ctx, connection, "smtp") : null;
    return { kind: "open", ...dkim, relay: relayOf(smtp, login) };
  } catch (error) {
    return { kind: "closed", error: error instanceof Error ? error.message : String(error) };
  }
}
