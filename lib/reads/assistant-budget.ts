import { gte, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { assistantRuns } from "#db/schema/index.ts";

/** Whether the model may be asked once more today (UTC). Without a budget, always. */
export async function withinAssistantBudget(db: Db, dailyBudgetUsd: number | null): Promise<boolean> {
  if (dailyBudgetUsd === null) return true;
  const [row] = await db
    .select({ spent: sql<number>`coalesce(sum(${assistantRuns.costUsd}), 0)::float8` })
    .from(assistantRuns)
    .where(gte(assistantRuns.createdAt, sql`date_trunc('day', now(), 'UTC')`));
  return (row?.spent ?? 0) < dailyBudgetUsd;
}
