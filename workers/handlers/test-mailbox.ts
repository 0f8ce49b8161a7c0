import { saidBy } from "#lib/channels/email/imap-client.ts";
import { tryRelay } from "#lib/channels/email/mail-relay.ts";
import { relayOf } from "#lib/channels/email/relay.ts";
import { tryImap } from "#lib/channels/email/try-imap.ts";
import { within } from "#lib/services/context.ts";
import { finishConnectionTest, readConnectionTest } from "#lib/services/mailboxes/connection-tests.ts";
import { readConnection } from "#lib/services/mailboxes/read-connections.ts";
import type { Handler } from "../handler.ts";
import { loginTo } from "../mailbox-login.ts";

/** Tries the server as the mailbox would use it, and writes down what it said. */
export const testMailbox: Handler<"mailbox.test"> = async ({ testId }, { ctx, log }) => {
  const test = await readConnectionTest(ctx, testId);
  const connection = test && (await readConnection(ctx, test.mailboxId));
  if (!test || !connection) return;
  const attempt = async (): Promise<string> => {
    const { imap, smtp } = connection;
    if (test.direction === "imap") {
      if (!imap) throw new Error("no IMAP server is set");
      return tryImap(imap, await loginTo(ctx, connection, "imap"));
    }
    if (!smtp) throw new Error("no SMTP server is set");
    return tryRelay(relayOf(smtp, smtp.user ? await loginTo(ctx, connection, "smtp") : null));
  };
  const { passed, result } = await attempt().then(
    (said) => ({ passed: true, result: said }),
    (error: unknown) => ({ passed: false, result: saidBy(error) }),
  );
  log.info({ mailboxId: test.mailboxId, direction: test.direction, passed }, "connection tried");
  await finishConnectionTest(within(ctx, { now: new Date() }), { testId, passed, result });
};
