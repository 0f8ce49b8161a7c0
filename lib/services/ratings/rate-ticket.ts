import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { customers, ratings } from "#db/schema/index.ts";
import { mostComment, scores } from "#lib/domain/ratings/rating.ts";
import { clean } from "#lib/domain/text/clean.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import type { Context } from "../context.ts";
import { conflict, forbidden, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { type Ticket, ticketForUpdate } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";
import { readRatingSettings } from "./rating-settings.ts";
import { whoAnswered } from "./who-answered.ts";

const RatingInput = z.strictObject({
  ticketId: id(),
  score: z.enum(scores),
  /** Left out: what was said before stays. */
  comment: text(mostComment).optional(),
});

/**
 * The customer says how it was: once a solving, and as often as they change their mind while it stays solved. The same again
 * changes nothing. Throws `conflict` when there is nothing to rate.
 */
export async function rateTicket(ctx: Context, input: z.input<typeof RatingInput>): Promise<void> {
  const { ticketId, score, comment } = parseInput(RatingInput, input);
  if (ctx.actor.kind !== "customer") throw forbidden();
  if (ctx.actor.ticketId !== ticketId) throw notFound("ticket");

  await transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const ticket = await ticketForUpdate(tx, ticketId);
    const solvedAt = await mustBeRateable(transaction, ticket);
    const by = await whoAnswered(tx, ticket.id, solvedAt);
    if (!by) throw conflict("Nobody has answered this request yet.");
    const ofSolving = and(eq(ratings.ticketId, ticket.id), eq(ratings.solvedAt, solvedAt));
    const [before] = await tx.select().from(ratings).where(ofSolving);

    const words = comment === undefined ? (before?.comment ?? "") : clean(comment).trim();
    if (before?.score === score && before.comment === words) return;
    const rated = { score, comment: words, ratedAt: ctx.now, askAt: null };
    const [kept] = await tx
      .insert(ratings)
      .values({ ticketId: ticket.id, solvedAt, ...by, ...rated, createdAt: ctx.now })
      .onConflictDoUpdate({ target: [ratings.ticketId, ratings.solvedAt], set: { ...by, ...rated } })
      .returning({ id: ratings.id });
    await emit({
      type: "ticket.rated",
      ticketId: ticket.id,
      ratingId: kept!.id,
      score,
      before: before?.score ?? null,
      by: by.answeredBy,
    });
  });
}

async function mustBeRateable({ tx }: Transaction, ticket: Ticket): Promise<Date> {
  const { ask } = await readRatingSettings(tx);
  const [customer] = await tx
    .select({ blockedAt: customers.blockedAt })
    .from(customers)
    .where(eq(customers.id, ticket.customerId));
  const solved = !isOpen(ticket.status) && !ticket.isSpam && !ticket.trashedAt;
  if (ask === "off" || !solved || !ticket.solvedAt || customer?.blockedAt) {
    throw conflict("This request cannot be rated now.");
  }
  return ticket.solvedAt;
}
