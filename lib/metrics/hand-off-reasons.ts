import { sql } from "drizzle-orm";
import type { Context } from "#lib/services/context.ts";
import type { CountedTickets } from "./count-tickets.ts";
import { at, counts, event, type MetricScope } from "./metric-scope.ts";

const inStretch = ({ from, to }: MetricScope) => sql`e.at >= ${at(from)} and e.at < ${at(to)}`;

/** Tickets handed to people in the stretch for one reason, out of all handed over in it. */
export const handedOffBecause = (reason: string): CountedTickets => ({
  counted: (scope) =>
    event("assistant.handed_off", sql`${inStretch(scope)} and e.data->>'reason' = ${reason}`),
  outOf: (scope) => event("assistant.handed_off", inStretch(scope)),
});

/** Tickets by reason, most first. A ticket handed over twice for the same reason counts once. */
export async function handOffReasons(
  ctx: Context,
  scope: MetricScope,
): Promise<{ reason: string; tickets: number }[]> {
  const { rows } = await ctx.db.execute<{ reason: string; tickets: number }>(sql`
    select e.data->>'reason' as reason, count(distinct t.id)::int as tickets
    from tickets t join ticket_events e on e.ticket_id = t.id
    where e.type = 'assistant.handed_off' and ${inStretch(scope)} and ${counts(scope)}
    group by 1 order by 2 desc, 1`);
  return rows;
}
