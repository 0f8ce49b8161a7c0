import { sql } from "drizzle-orm";
import type { Context } from "#lib/services/context.ts";
import { at, counts, type MetricScope } from "./metric-scope.ts";

export const ageBuckets = ["under4h", "under1d", "under3d", "older"] as const;
export type AgeBucket = (typeof ageBuckets)[number];
export type QueueBacklog = {
  key: string | null;
  name: { en: string; ko: string } | null;
  total: number;
} & Record<AgeBucket, number>;

/** Unsolved tickets now, by queue and by how long ago they came in. Tickets without a queue come last. */
export async function backlogByQueue(ctx: Context, scope: MetricScope): Promise<QueueBacklog[]> {
  const age = sql`(${at(scope.now)} - t.created_at)`;
  const { rows } = await ctx.db.execute<QueueBacklog>(sql`
    select q.key, q.name, count(*)::int as total,
      count(*) filter (where ${age} < interval '4 hours')::int as "under4h",
      count(*) filter (where ${age} >= interval '4 hours' and ${age} < interval '1 day')::int as "under1d",
      count(*) filter (where ${age} >= interval '1 day' and ${age} < interval '3 days')::int as "under3d",
      count(*) filter (where ${age} >= interval '3 days')::int as older
    from tickets t left join queues q on q.id = t.queue_id
    where ${counts(scope)} and t.status not in ('solved', 'closed')
    group by q.id order by q.position nulls last, q.key`);
  return rows;
}
