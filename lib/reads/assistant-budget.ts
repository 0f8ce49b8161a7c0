import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { assistantReplays, assistantRuns, translations } from "#db/schema/index.ts";
import { type BudgetStage, budgetStage } from "#lib/domain/answers/budget-stage.ts";

/** How far the day's money (UTC) has brought us. */
export async function readBudgetStage(db: Db, dailyBudgetUsd: number | null): Promise<BudgetStage> {
  if (dailyBudgetUsd === null) return "full";
  const today = sql`date_trunc('day', now(), 'UTC')`;
  const spentOn = (table: typeof assistantRuns | typeof translations | typeof assistantReplays) =>
    sql`(select coalesce(sum(${table.costUsd}), 0) from ${table} where ${table.createdAt} >= ${today})`;
  const {
    rows: [row],
  } = await db.execute<{ spent: number }>(
    sql`select (${spentOn(assistantRuns)} + ${spentOn(translations)} + ${spentOn(assistantReplays)})::float8 as spent`,
  );
  return budgetStage(row?.spent ?? 0, dailyBudgetUsd);
}
