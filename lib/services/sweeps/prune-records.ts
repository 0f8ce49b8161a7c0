import { sql } from "drizzle-orm";
import type { Context } from "../context.ts";

const batchSize = 5_000;

/** What is deleted, and when. Ledgers, events and the audit are not in this list. */
const records = [
  { table: "outbox", old: "dispatched_at < now() - interval '1 day'" },
  { table: "idempotency_keys", old: "created_at < now() - interval '25 hours'" },
  { table: "rate_limits", old: "window_start < now() - interval '1 day'" },
  { table: "one_time_tokens", old: "expires_at < now() - interval '30 days'" },
  { table: "notices", old: "created_at < now() - interval '90 days'" },
  { table: "sessions", old: "expires_at < now() - interval '30 days'" },
] as const;

/** Deletes what has served its time, in small statements. Returns how many rows went, by table. */
export async function pruneRecords(ctx: Context): Promise<Record<string, number>> {
  ctx.must("clock.sweep");
  const pruned: Record<string, number> = {};
  for (const { table, old } of records) {
    let gone = 0;
    for (;;) {
      const { rowCount } = await ctx.db.execute(
        sql.raw(
          `delete from ${table} where ctid = any(array(select ctid from ${table} where ${old} limit ${batchSize}))`,
        ),
      );
      gone += rowCount ?? 0;
      if ((rowCount ?? 0) < batchSize) break;
    }
    pruned[table] = gone;
  }
  return pruned;
}
