import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { outboundEmails, ratings } from "#db/schema/index.ts";
import { ratingCause } from "#lib/domain/ratings/rating.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { readRatingSettings } from "./rating-settings.ts";

const hourMs = 3_600_000;

/** A ticket has just been solved: when its customer is to be asked by mail, if the desk does that. */
export async function promiseRating({ tx, ctx }: Transaction, ticket: Ticket): Promise<void> {
  if (!ticket.solvedAt) return;
  const { ask, delayHours } = await readRatingSettings(tx);
  if (ask !== "mail") return;
  const askAt = new Date(ctx.now.getTime() + delayHours * hourMs);
  await tx
    .insert(ratings)
    .values({ ticketId: ticket.id, solvedAt: ticket.solvedAt, askAt, createdAt: ctx.now })
    .onConflictDoNothing();
}

/** It is open again: the question is not written, and one that has not left does not leave. What was rated stays. */
export async function withdrawQuestion({ tx }: Transaction, ticketId: string): Promise<void> {
  const pending = await tx
    .update(ratings)
    .set({ askAt: null, notAsked: "reopened" })
    .where(and(eq(ratings.ticketId, ticketId), isNotNull(ratings.askAt)))
    .returning({ id: ratings.id });
  if (pending.length > 0) return;

  const asked = await tx
    .select({ id: ratings.id })
    .from(ratings)
    .where(and(eq(ratings.ticketId, ticketId), isNotNull(ratings.askedAt), isNull(ratings.ratedAt)));
  if (asked.length === 0) return;
  const withdrawn = await tx
    .delete(outboundEmails)
    .where(
      and(
        inArray(
          outboundEmails.causeId,
          asked.map(({ id }) => ratingCause(id)),
        ),
        or(eq(outboundEmails.state, "held"), eq(outboundEmails.state, "queued")),
        isNull(outboundEmails.sendingSince),
      ),
    )
    .returning({ causeId: outboundEmails.causeId });
  const kept = new Set(withdrawn.map(({ causeId }) => causeId));
  const unasked = asked.filter(({ id }) => kept.has(ratingCause(id))).map(({ id }) => id);
  if (unasked.length === 0) return;
  await tx.update(ratings).set({ askedAt: null, notAsked: "reopened" }).where(inArray(ratings.id, unasked));
}
