import { and, count, desc, eq, isNotNull } from "drizzle-orm";
import { connectionTests, imapStumbles, mailboxConnections, mailboxes } from "#db/schema/index.ts";
import { alarmOf, type MailboxAlarm } from "#lib/domain/mailboxes/connection.ts";
import type { Context } from "#lib/services/context.ts";

/** How a mailbox is reached, for the settings: everything but its secrets, which nobody reads back. */
export async function readMailboxConnection(ctx: Context, mailboxId: string) {
  ctx.must("mailbox.write");
  const [row] = await ctx.db
    .select()
    .from(mailboxConnections)
    .where(eq(mailboxConnections.mailboxId, mailboxId));
  if (!row) return null;
  const { secrets, dkimPrivateKey, ...connection } = row;
  const tests = await ctx.db
    .select()
    .from(connectionTests)
    .where(eq(connectionTests.mailboxId, mailboxId))
    .orderBy(desc(connectionTests.createdAt))
    .limit(20);
  const newest = (direction: "imap" | "smtp") => tests.find((test) => test.direction === direction) ?? null;
  return { ...connection, tests: { imap: newest("imap"), smtp: newest("smtp") } };
}

/** What is wrong with each connected mailbox; null where all is well. */
export async function readMailboxAlarms(
  ctx: Pick<Context, "db" | "now">,
): Promise<Map<string, MailboxAlarm | null>> {
  const rows = await ctx.db
    .select({ connection: mailboxConnections })
    .from(mailboxConnections)
    .innerJoin(mailboxes, eq(mailboxes.id, mailboxConnections.mailboxId))
    .where(eq(mailboxes.active, true));
  const aside = await ctx.db
    .select({ mailboxId: imapStumbles.mailboxId, mails: count() })
    .from(imapStumbles)
    .where(and(isNotNull(imapStumbles.quarantinedAt)))
    .groupBy(imapStumbles.mailboxId);
  return new Map(
    rows.map(({ connection }) => {
      const quarantined = aside.find(({ mailboxId }) => mailboxId === connection.mailboxId)?.mails ?? 0;
      return [connection.mailboxId, alarmOf({ ...connection, quarantined }, ctx.now)];
    }),
  );
}
