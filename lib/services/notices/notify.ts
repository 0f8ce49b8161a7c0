import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { agents, noticePreferences, notices } from "#db/schema/index.ts";
import { mailTimeOf, noPreferences } from "#lib/domain/notices/notice-times.ts";
import type { Transaction } from "../transact.ts";

type Notice = Pick<
  typeof notices.$inferInsert,
  "ticketId" | "mailboxId" | "kind" | "clock" | "alarm" | "causeId"
>;

/** Tells people, each at most once a cause: on their screens, and by mail where they asked for that. */
export async function notify(
  { tx, ctx, enqueue }: Transaction,
  agentIds: readonly string[],
  notice: Notice,
): Promise<void> {
  if (agentIds.length === 0) return;
  const people = await tx
    .select({ id: agents.id, timeZone: agents.timeZone, preferences: noticePreferences })
    .from(agents)
    .leftJoin(noticePreferences, eq(noticePreferences.agentId, agents.id))
    .where(and(inArray(agents.id, [...agentIds]), eq(agents.active, true)));
  const rows = people.map(({ id, timeZone, preferences }) => ({
    ...notice,
    agentId: id,
    createdAt: ctx.now,
    mailAt: mailTimeOf(notice.kind, preferences ?? noPreferences, timeZone, ctx.now),
  }));
  if (rows.length === 0) return;
  const told = await tx
    .insert(notices)
    .values(rows)
    .onConflictDoNothing()
    .returning({ agentId: notices.agentId, mailAt: notices.mailAt });
  for (const { agentId, mailAt } of told) {
    if (mailAt) await enqueue("notices.mail", { agentId }, mailAt);
    await tx.execute(
      sql`select pg_notify('baton_live', ${JSON.stringify({ type: "notice.told", agentId })})`,
    );
  }
}

/** Those who answer for the desk. */
export async function managerIds(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.active, true), inArray(agents.role, ["manager", "admin"])));
  return rows.map((row) => row.id);
}
