import { sql } from "drizzle-orm";
import type { Context } from "#lib/services/context.ts";
import { meOr } from "#lib/services/lists/list-conditions.ts";

export type BulkView = {
  id: string;
  state: "running" | "done" | "undoing" | "undone";
  total: number;
  changed: number;
  /** Refused, or kept because somebody went on from there. */
  refused: number;
  waiting: number;
};

/** The reader's newest bulk change, while it runs and some minutes longer. */
export async function readBulkChange(ctx: Context): Promise<BulkView | null> {
  ctx.must("ticket.read");
  const { rows } = await ctx.db.execute<BulkView>(sql`
    select b.id, b.state, b.total,
      count(*) filter (where t.outcome in ('changed', 'undone'))::int as changed,
      count(*) filter (where t.outcome in ('refused', 'kept'))::int as refused,
      count(*) filter (where t.outcome = case b.state when 'undoing' then 'changed' else 'waiting' end)::int as waiting
    from (
      select * from bulk_changes where agent_id = ${meOr(ctx)}::uuid order by created_at desc limit 1
    ) b join bulk_change_tickets t on t.bulk_change_id = b.id
    where b.finished_at is null or b.finished_at > ${new Date(ctx.now.getTime() - 180_000)}
    group by b.id, b.state, b.total`);
  return rows[0] ?? null;
}
