import { type SQL, sql } from "drizzle-orm";
import type { Answerer } from "#lib/domain/ratings/rating.ts";
import type { Context } from "#lib/services/context.ts";
import type { CountedTickets } from "./count-tickets.ts";
import { at, counts, type MetricScope } from "./metric-scope.ts";

const within = (instant: SQL, { from, to }: MetricScope): SQL =>
  sql`${instant} >= ${at(from)} and ${instant} < ${at(to)}`;
const rating = (more: SQL): SQL => sql`exists (select 1 from ratings r where r.ticket_id = t.id and ${more})`;

/** Tickets rated good in the stretch, out of all rated in it. */
export const ratedGood: CountedTickets = {
  counted: (scope) => rating(sql`${within(sql`r.rated_at`, scope)} and r.score = 'good'`),
  outOf: (scope) => rating(within(sql`r.rated_at`, scope)),
};

/** The same for bad: the ones to read. */
export const ratedBad: CountedTickets = {
  counted: (scope) => rating(sql`${within(sql`r.rated_at`, scope)} and r.score = 'bad'`),
  outOf: ratedGood.outOf,
};

/** Of those asked in the stretch, how many have rated since. */
export const ratedOfAsked: CountedTickets = {
  counted: (scope) => rating(sql`${within(sql`r.asked_at`, scope)} and r.rated_at is not null`),
  outOf: (scope) => rating(within(sql`r.asked_at`, scope)),
};

export type SatisfactionLine = {
  answeredBy: Answerer;
  /** Null: the assistant, or somebody who has left. */
  agentId: string | null;
  name: string | null;
  good: number;
  rated: number;
  asked: number;
};

/** Ratings by who gave the last answer before the ticket was solved. A ticket that was solved twice may count twice. */
export async function satisfactionByAnswerer(ctx: Context, scope: MetricScope): Promise<SatisfactionLine[]> {
  const rated = within(sql`r.rated_at`, scope);
  const { rows } = await ctx.db.execute<SatisfactionLine>(sql`
    select r.answered_by as "answeredBy", a.id as "agentId", a.name,
      count(*) filter (where ${rated} and r.score = 'good')::int as good,
      count(*) filter (where ${rated})::int as rated,
      count(*) filter (where ${within(sql`r.asked_at`, scope)})::int as asked
    from ratings r join tickets t on t.id = r.ticket_id left join agents a on a.id = r.agent_id
    where ${counts(scope)} and r.answered_by is not null and (${rated} or ${within(sql`r.asked_at`, scope)})
    group by 1, 2, 3 order by r.answered_by desc, 5 desc, 6 desc, a.name`);
  return rows;
}
