import { readMailboxAlarms } from "#lib/reads/mailbox-connection.ts";
import { readConnection, tokenMailboxes } from "#lib/services/mailboxes/read-connections.ts";
import { tellMailboxAlarms } from "#lib/services/mailboxes/tell-mailbox-alarms.ts";
import type { Handler } from "../handler.ts";
import { loginTo } from "../mailbox-login.ts";

/**
 * Renews what ends soon, so that a refusal is known before the mail stops and not when a connection is made anew;
 * then tells those who answer for the desk what is wrong with its mailboxes.
 */
export const refreshTokens: Handler<"mailboxes.refresh_tokens"> = async (_, { ctx, log }) => {
  for (const { id } of await tokenMailboxes(ctx)) {
    const connection = await readConnection(ctx, id);
    if (!connection) continue;
    await loginTo(ctx, connection, connection.imap ? "imap" : "smtp").catch((error: unknown) =>
      log.warn({ mailboxId: id, err: error }, "no token for a mailbox"),
    );
  }
  await tellMailboxAlarms(ctx, await readMailboxAlarms(ctx));
};
