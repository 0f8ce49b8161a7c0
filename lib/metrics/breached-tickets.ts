import { type SQL, sql } from "drizzle-orm";
import type { CountedTickets } from "./count-tickets.ts";
import { at, type MetricScope } from "./metric-scope.ts";

/** A deadline of theirs passed unmet in the stretch, out of those that had a deadline in it. */
export const breachedTickets: CountedTickets = {
  counted: (scope) => clock(scope, sql`c.breached_at`),
  outOf: (scope) => sql`(${clock(scope, sql`c.due_at`)} or ${clock(scope, sql`c.breached_at`)})`,
};

const clock = ({ from, to }: MetricScope, instant: SQL): SQL =>
  sql`exists (select 1 from sla_clocks c where c.ticket_id = t.id
    and ${instant} >= ${at(from)} and ${instant} < ${at(to)})`;
