import { and, asc, eq, lte } from "drizzle-orm";
import { customers, messages, ratings, ticketParticipants } from "#db/schema/index.ts";
import { customerLinkUrl } from "#lib/crypto/customer-link.ts";
import { ratingCause } from "#lib/domain/ratings/rating.ts";
import { whyNotAsk } from "#lib/domain/ratings/why-not-ask.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import type { Context } from "../context.ts";
import { automaticMailTo } from "../mail/automatic-mail.ts";
import { mailText } from "../mail/mail-texts.ts";
import { localeOf, queueEmail } from "../mail/queue-email.ts";
import { oneByOne } from "../sweeps/one-by-one.ts";
import { type Ticket, ticketForUpdate } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { readRatingSettings } from "./rating-settings.ts";
import { whoAnswered } from "./who-answered.ts";

/** In one sweep; the rest a minute later. */
const most = 200;

/** Writes the mails that ask how it was, each once, to those who may still be asked. Returns how many were due. */
export async function askForRatings(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  const due = await ctx.db
    .select({ id: ratings.id })
    .from(ratings)
    .where(lte(ratings.askAt, ctx.now))
    .orderBy(asc(ratings.askAt))
    .limit(most);
  return oneByOne(
    ctx,
    due.map(({ id }) => id),
    ask,
  );
}

type Rating = typeof ratings.$inferSelect;

async function ask(transaction: Transaction, ratingId: string): Promise<void> {
  const { tx, ctx } = transaction;
  const [known] = await tx.select().from(ratings).where(eq(ratings.id, ratingId));
  if (!known) return;
  const ticket = await ticketForUpdate(tx, known.ticketId);
  // Read again under the ticket's lock: somebody may have asked, rated or reopened meanwhile.
  const [rating] = await tx.select().from(ratings).where(eq(ratings.id, ratingId));
  if (!rating?.askAt || rating.askAt > ctx.now) return;

  const notAsked = await send(transaction, ticket, rating);
  await tx
    .update(ratings)
    .set({ askAt: null, ...(notAsked ? { notAsked } : { askedAt: ctx.now }) })
    .where(eq(ratings.id, rating.id));
}

/** Null when the mail is written, else why it is not. */
async function send(transaction: Transaction, ticket: Ticket, rating: Rating): Promise<string | null> {
  const { tx, ctx } = transaction;
  const answered = await whoAnswered(tx, ticket.id, rating.solvedAt);
  const to = await requesterOf(tx, ticket.id);
  const obstacle = whyNotAsk({
    ask: (await readRatingSettings(tx)).ask,
    sameSolving: !isOpen(ticket.status) && ticket.solvedAt?.getTime() === rating.solvedAt.getTime(),
    isSpam: ticket.isSpam,
    trashed: ticket.trashedAt !== null,
    merged: ticket.id !== rating.ticketId,
    openedByMachine: await wasOpenedByMachine(tx, ticket.id),
    answered: answered !== null,
    rated: rating.ratedAt !== null,
    blocked: await isBlocked(tx, ticket.customerId),
    hasAddress: to !== null,
  });
  if (obstacle || !to) return obstacle ?? "no_address";
  const verdict = await automaticMailTo(transaction, { ticket, address: to.address, kind: "rating" });
  if (!verdict.allowed) return verdict.reason;

  await tx
    .update(ratings)
    .set({ ...answered })
    .where(eq(ratings.id, rating.id));
  const { config, now } = ctx;
  const page = customerLinkUrl(config, { ticketId: ticket.id, linkVersion: ticket.linkVersion }, now);
  const { subject, body } = mailText(await localeOf(transaction, ticket), "rating", {
    subject: ticket.subject.slice(0, 200),
    number: ticket.number,
    good: `${page}/rate?score=good`,
    bad: `${page}/rate?score=bad`,
  });
  const queued = await queueEmail(transaction, {
    ticket,
    kind: "auto",
    causeId: ratingCause(rating.id),
    messageId: null,
    subject,
    body,
    automatic: true,
    recipients: { to: [to], cc: [] },
  });
  return queued ? null : "asked_before";
}

type Db = Transaction["tx"];

async function requesterOf(tx: Db, ticketId: string): Promise<{ name: string; address: string } | null> {
  const [row] = await tx
    .select({ name: ticketParticipants.name, address: ticketParticipants.address })
    .from(ticketParticipants)
    .where(and(eq(ticketParticipants.ticketId, ticketId), eq(ticketParticipants.kind, "requester")))
    .orderBy(asc(ticketParticipants.createdAt))
    .limit(1);
  return row ?? null;
}

/** The rule of the acknowledgement: what may not be acknowledged is not asked about either. */
async function wasOpenedByMachine(tx: Db, ticketId: string): Promise<boolean> {
  const [first] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.authorKind, "customer")))
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(1);
  if (!first) return true;
  const { autoKind, noAckReason, unverified } = first;
  return autoKind !== null || unverified !== null || (noAckReason !== null && noAckReason !== "portal");
}

async function isBlocked(tx: Db, customerId: string): Promise<boolean> {
  const [row] = await tx
    .select({ blockedAt: customers.blockedAt })
    .from(customers)
    .where(eq(customers.id, customerId));
  return row?.blockedAt != null;
}
