import { type SQL, sql } from "drizzle-orm";
import type { Context } from "#lib/services/context.ts";
import { counts, type MetricScope } from "./metric-scope.ts";

/**
 * A figure that counts tickets: which it counts, and out of which. Both are conditions on tickets `t`, so the
 * list behind a figure is the same question and cannot disagree with it.
 */
export type CountedTickets = { counted(scope: MetricScope): SQL; outOf(scope: MetricScope): SQL };
export type Share = { value: number; of: number };

export async function countTickets(ctx: Context, scope: MetricScope, figure: CountedTickets): Promise<Share> {
  const outOf = figure.outOf(scope);
  const {
    rows: [row],
  } = await ctx.db.execute<{ value: number; of: number }>(sql`
    select count(*) filter (where ${figure.counted(scope)})::int as value, count(*)::int as of
    from tickets t where ${counts(scope)} and ${outOf}`);
  return { value: row?.value ?? 0, of: row?.of ?? 0 };
}

export type CountedTicket = { number: number; subject: string; status: string; createdAt: Date };

/** The very tickets that a figure counts, newest first. */
export async function listTickets(
  ctx: Context,
  scope: MetricScope,
  figure: CountedTickets,
  limit = 500,
): Promise<CountedTicket[]> {
  const { rows } = await ctx.db.execute<{
    number: string;
    subject: string;
    status: string;
    created_at: string;
  }>(sql`
    select t.number, t.subject, t.status, t.created_at from tickets t
    where ${counts(scope)} and ${figure.outOf(scope)} and ${figure.counted(scope)}
    order by t.created_at desc, t.id desc limit ${limit}`);
  return rows.map(({ number, subject, status, created_at }) => ({
    number: Number(number),
    subject,
    status,
    createdAt: new Date(created_at),
  }));
}
