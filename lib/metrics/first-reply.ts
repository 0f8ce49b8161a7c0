import { type SQL, sql } from "drizzle-orm";
import type { Context } from "#lib/services/context.ts";
import type { CountedTickets, Share } from "./count-tickets.ts";
import { counts, created, type MetricScope } from "./metric-scope.ts";

export type ReplyTime = Share & {
  /** Minutes by the wall clock; null when nothing was answered. */
  median: number | null;
  p90: number | null;
};

/** Tickets of the stretch that a person has answered. The assistant's answer never counts here. */
export const answeredByPerson: CountedTickets = {
  counted: () => sql`t.first_person_reply_at is not null`,
  outOf: created,
};

/** Tickets of the stretch that the assistant has answered by itself. */
export const answeredByAssistant: CountedTickets = {
  counted: () => sql`t.first_assistant_reply_at is not null`,
  outOf: created,
};

export const firstReplyByPerson = (ctx: Context, scope: MetricScope): Promise<ReplyTime> =>
  replyTime(ctx, scope, sql`t.first_person_reply_at`);

export const firstReplyByAssistant = (ctx: Context, scope: MetricScope): Promise<ReplyTime> =>
  replyTime(ctx, scope, sql`t.first_assistant_reply_at`);

async function replyTime(ctx: Context, scope: MetricScope, reply: SQL): Promise<ReplyTime> {
  const minutes = sql`extract(epoch from ${reply} - t.created_at) / 60`;
  const {
    rows: [row],
  } = await ctx.db.execute<ReplyTime>(sql`
    select count(${reply})::int as value, count(*)::int as of,
      (percentile_cont(0.5) within group (order by ${minutes}))::float8 as median,
      (percentile_cont(0.9) within group (order by ${minutes}))::float8 as p90
    from tickets t where ${counts(scope)} and ${created(scope)}`);
  return row ? { ...row } : { value: 0, of: 0, median: null, p90: null };
}
