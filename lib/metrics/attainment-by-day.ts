import { sql } from "drizzle-orm";
import type { Context } from "#lib/services/context.ts";
import { at, counts, type MetricScope } from "./metric-scope.ts";

/** `day` is YYYY-MM-DD in the reader's zone. */
export type DayAttainment = { day: string; met: number; due: number };

/**
 * Deadlines by the day they fell on: how many were met in time, out of those that are decided. A clock that was
 * met late or not at all is missed. Days without a deadline are not in the list.
 */
export async function attainmentByDay(
  ctx: Context,
  scope: MetricScope,
  timeZone: string,
): Promise<DayAttainment[]> {
  const { rows } = await ctx.db.execute<DayAttainment>(sql`
    select to_char(c.due_at at time zone ${timeZone}, 'YYYY-MM-DD') as day,
      count(*) filter (where c.breached_at is null and c.met_at is not null)::int as met,
      count(*)::int as due
    from tickets t join sla_clocks c on c.ticket_id = t.id
    where ${counts(scope)} and c.due_at >= ${at(scope.from)} and c.due_at < ${at(scope.to)}
      and (c.met_at is not null or c.breached_at is not null or c.due_at < ${at(scope.now)})
      and c.cancelled_at is null
    group by 1 order by 1`);
  return rows;
}
