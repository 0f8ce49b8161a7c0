import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { agents, notices } from "#db/schema/index.ts";
import type { Transaction } from "../transact.ts";

type Notice = Pick<
  typeof notices.$inferInsert,
  "ticketId" | "mailboxId" | "kind" | "clock" | "alarm" | "causeId"
>;

/** Tells people, each at most once a cause. */
export async function notify(
  { tx, ctx }: Transaction,
  agentIds: readonly string[],
  notice: Notice,
): Promise<void> {
  const rows = [...new Set(agentIds)].map((agentId) => ({ ...notice, agentId, createdAt: ctx.now }));
  if (rows.length > 0) await tx.insert(notices).values(rows).onConflictDoNothing();
}

/** Those who answer for the desk. */
export async function managerIds(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.active, true), inArray(agents.role, ["manager", "admin"])));
  return rows.map((row) => row.id);
}
