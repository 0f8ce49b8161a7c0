import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { customers, ratings, tickets } from "#db/schema/index.ts";
import type { Score } from "#lib/domain/ratings/rating.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import type { Context } from "#lib/services/context.ts";
import { forbidden } from "#lib/services/errors.ts";
import { readRatingSettings } from "#lib/services/ratings/rating-settings.ts";
import { whoAnswered } from "#lib/services/ratings/who-answered.ts";

/** What the customer may say about how it was, and has said. */
export type OwnRating = {
  number: number;
  subject: string;
  /** Solved, answered by somebody, and the desk asks. */
  open: boolean;
  score: Score | null;
  comment: string;
};

/** For the ticket that the actor's link is for; null when it is not there. */
export async function readOwnRating(ctx: Context): Promise<OwnRating | null> {
  if (ctx.actor.kind !== "customer" || !ctx.actor.ticketId) throw forbidden();
  const [row] = await ctx.db
    .select({ ticket: tickets, blockedAt: customers.blockedAt })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .where(and(eq(tickets.id, ctx.actor.ticketId), eq(tickets.customerId, ctx.actor.id)));
  if (!row) return null;
  const { ticket, blockedAt } = row;
  const solvedAt = isOpen(ticket.status) ? null : ticket.solvedAt;
  const [{ ask }, by, [said]] = await Promise.all([
    readRatingSettings(ctx.db),
    solvedAt ? whoAnswered(ctx.db, ticket.id, solvedAt) : null,
    solvedAt
      ? ctx.db
          .select({ score: ratings.score, comment: ratings.comment })
          .from(ratings)
          .where(and(eq(ratings.ticketId, ticket.id), eq(ratings.solvedAt, solvedAt)))
      : [],
  ]);
  return {
    number: ticket.number,
    subject: ticket.subject,
    open: ask !== "off" && by !== null && blockedAt === null,
    score: said?.score ?? null,
    comment: said?.comment ?? "",
  };
}

/** How a customer has found it until now: of all that they rated. */
export type Satisfaction = {
  good: number;
  rated: number;
  /** The newest words that came with a rating. */
  newest: { number: number; score: Score; comment: string; at: string } | null;
};

export async function readSatisfaction(ctx: Context, customerId: string): Promise<Satisfaction> {
  ctx.must("customer.read");
  const theirs = and(eq(tickets.customerId, customerId), isNotNull(ratings.ratedAt));
  const [[counts], [newest]] = await Promise.all([
    ctx.db
      .select({
        good: sql<number>`count(*) filter (where ${ratings.score} = 'good')::int`,
        rated: sql<number>`count(*)::int`,
      })
      .from(ratings)
      .innerJoin(tickets, eq(tickets.id, ratings.ticketId))
      .where(theirs),
    ctx.db
      .select({
        number: tickets.number,
        score: ratings.score,
        comment: ratings.comment,
        at: ratings.ratedAt,
      })
      .from(ratings)
      .innerJoin(tickets, eq(tickets.id, ratings.ticketId))
      .where(and(theirs, sql`${ratings.comment} <> ''`))
      .orderBy(desc(ratings.ratedAt))
      .limit(1),
  ]);
  return {
    good: counts?.good ?? 0,
    rated: counts?.rated ?? 0,
    newest:
      newest?.score && newest.at ? { ...newest, score: newest.score, at: newest.at.toISOString() } : null,
  };
}
