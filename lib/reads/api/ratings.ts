import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { agents, customers, ratings, tickets } from "#db/schema/index.ts";
import { answerers, scores } from "#lib/domain/ratings/rating.ts";
import type { Context } from "#lib/services/context.ts";
import { olderThan, type Page, pageOf, pageQuery, positionOf } from "./page.ts";

/** Of a ticket row: its newest rating. */
export const ratingColumn = sql<"good" | "bad" | null>`(
  select r.score from ratings r where r.ticket_id = ${tickets.id} and r.rated_at is not null
  order by r.solved_at desc limit 1)`;

export const RatingsQuery = z.strictObject({
  ...pageQuery,
  score: z.enum(scores).optional(),
  answeredBy: z.enum(answerers).optional(),
});

/** What customers rated, the newest rating first. */
export async function listRatings(
  ctx: Context,
  query: z.output<typeof RatingsQuery>,
): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const after = positionOf(query.cursor);
  const rows = await ctx.db
    .select({
      id: ratings.id,
      ticketNumber: tickets.number,
      customer: { id: customers.id, name: customers.name },
      score: ratings.score,
      comment: ratings.comment,
      answeredBy: ratings.answeredBy,
      agent: agents.email,
      solvedAt: ratings.solvedAt,
      askedAt: ratings.askedAt,
      ratedAt: ratings.ratedAt,
    })
    .from(ratings)
    .innerJoin(tickets, eq(tickets.id, ratings.ticketId))
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoin(agents, eq(agents.id, ratings.agentId))
    .where(
      and(
        isNotNull(ratings.ratedAt),
        query.score ? eq(ratings.score, query.score) : undefined,
        query.answeredBy ? eq(ratings.answeredBy, query.answeredBy) : undefined,
        after ? olderThan(ratings.ratedAt, ratings.id, after) : undefined,
      ),
    )
    .orderBy(desc(ratings.ratedAt), desc(ratings.id))
    .limit(query.limit + 1);
  return pageOf(rows, query.limit, ({ ratedAt, id }) => ({ at: ratedAt!, id }));
}
