import { eq, sql } from "drizzle-orm";
import { customers, inboundEmails, tickets } from "#db/schema/index.ts";
import { onlyThanks } from "#lib/domain/answers/only-thanks.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import { clean, preview, truncate } from "#lib/domain/text/clean.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import { applyPolicy } from "../clocks/apply-policy.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { confirmOnce } from "../customers/confirm-answer.ts";
import { notFound } from "../errors.ts";
import { isKnownForSpam } from "../tickets/set-spam.ts";
import { wake } from "../tickets/snooze-ticket.ts";
import { stopScheduledReplies } from "../tickets/stop-scheduled-replies.ts";
import { setStatus, type Ticket, ticketForUpdate, updateTicket } from "../tickets/ticket-rows.ts";
import { setTrashed } from "../tickets/trash-ticket.ts";
import { type Transaction, transact } from "../transact.ts";
import { addMessage } from "./add-message.ts";
import { addParticipants } from "./add-participants.ts";
import { customerOfAddress } from "./customer-of-address.ts";
import type { ReceivedMessage } from "./received-message.ts";

export type Received = { ticketId: string; messageId: string; isNew: boolean };

/**
 * Files a message: customer, ticket, message, attachments, clocks, event and the next job in one
 * transaction. A second run for the same ledger row finds the work done and returns what it made.
 */
export async function receiveMessage(ctx: Context, message: ReceivedMessage): Promise<Received> {
  ctx.must("ticket.receive");
  return transact(ctx, (transaction) => file(transaction, message));
}

/** The same inside a transaction that has its own permission: a portal reply, an API ticket. */
export async function file(transaction: Transaction, message: ReceivedMessage): Promise<Received> {
  const { tx, ctx } = transaction;
  const [ledger] = await tx
    .select()
    .from(inboundEmails)
    .where(eq(inboundEmails.id, message.inboundEmailId))
    .for("update");
  if (!ledger) throw notFound("inbound message");
  if (ledger.ticketId && ledger.ticketMessageId) {
    return { ticketId: ledger.ticketId, messageId: ledger.ticketMessageId, isNew: false };
  }

  const arrival = { acceptedAt: ledger.acceptedAt, mailboxId: ledger.mailboxId };
  const received = await place(transaction, message, arrival);
  await tx
    .update(inboundEmails)
    .set({
      state: "delivered",
      reason: message.reason,
      detail: message.detail ?? {},
      messageId: message.messageId ?? ledger.messageId,
      ticketId: received.ticketId,
      ticketMessageId: received.messageId,
      lastError: null,
      processedAt: ctx.now,
    })
    .where(eq(inboundEmails.id, ledger.id));
  return received;
}

type Arrival = { acceptedAt: Date; mailboxId: string | null };

async function place(
  transaction: Transaction,
  message: ReceivedMessage,
  arrival: Arrival,
): Promise<Received> {
  const { target } = message;
  if (target.kind === "new") return openTicket(transaction, message, arrival, target.followUpOf);
  const ticket = await ticketForUpdate(transaction.tx, target.ticketId);
  // Closed is final; the words go on in a follow-up that knows where it comes from.
  if (ticket.status === "closed") return openTicket(transaction, message, arrival, ticket.id);
  return append(transaction, message, arrival, ticket, target.standing);
}

async function openTicket(
  transaction: Transaction,
  message: ReceivedMessage,
  { acceptedAt, mailboxId }: Arrival,
  followUpOf: string | null,
): Promise<Received> {
  const { tx, ctx, emit, enqueue } = transaction;
  const customer = await customerOfAddress(transaction, message.from);
  const isSpam = await isKnownForSpam(transaction, customer.id);
  const [ticket] = await tx
    .insert(tickets)
    .values({
      subject: subjectOf(message),
      preview: preview(clean(message.body)),
      channel: message.channel,
      customerId: customer.id,
      mailboxId,
      language: message.language ?? "und",
      followUpOfId: followUpOf,
      needsReview: message.unverified !== null,
      isSpam,
      assistantState: message.autoKind || isSpam ? "off" : "waiting",
      lastMessageAt: acceptedAt,
      lastCustomerMessageAt: acceptedAt,
      waitingSince: message.autoKind || isSpam ? null : acceptedAt,
      createdAt: acceptedAt,
      updatedAt: ctx.now,
    })
    .returning();
  await tx
    .update(customers)
    .set({ ticketCount: sql`${customers.ticketCount} + 1` })
    .where(eq(customers.id, customer.id));
  await addParticipants(transaction, ticket!.id, { requester: message.from, inCopy: message.cc });
  const messageId = await addMessage(transaction, ticket!.id, customer.id, message, acceptedAt);

  const author: Actor = { kind: "customer", id: customer.id, ticketId: ticket!.id };
  const { id, priority } = ticket!;
  await emit(
    { type: "ticket.created", ticketId: id, at: acceptedAt, channel: message.channel, priority, messageId },
    author,
  );
  if (followUpOf) {
    await emit({
      type: "ticket.follow_up_created",
      ticketId: followUpOf,
      followUpId: ticket!.id,
      number: ticket!.number,
    });
  }
  if (isSpam) await emit({ type: "ticket.marked_spam", ticketId: id, spam: true, why: "known_sender" });
  await applyPolicy(transaction, ticket!);
  await refreshClocks(transaction, ticket!.id);
  if (!isSpam) await enqueue("ticket.triage", { ticketId: ticket!.id, messageId });
  return { ticketId: ticket!.id, messageId, isNew: true };
}

async function append(
  transaction: Transaction,
  message: ReceivedMessage,
  { acceptedAt }: Arrival,
  found: Ticket,
  standing: "participant" | "flagged",
): Promise<Received> {
  const { emit, enqueue } = transaction;
  const customer = await customerOfAddress(transaction, message.from);
  const trusted = standing === "participant" && message.unverified === null;
  const thanks = trusted && found.status === "solved" && isThanks(message);
  const speaks = trusted && message.autoKind === null && !found.isSpam && !thanks;
  const ticket = speaks ? await stopScheduledReplies(transaction, found) : found;
  const author: Actor = { kind: "customer", id: customer.id, ticketId: ticket.id };
  const messageId = await addMessage(transaction, ticket.id, customer.id, message, acceptedAt);
  await emit(
    {
      type: "message.received",
      ticketId: ticket.id,
      at: acceptedAt,
      messageId,
      from: message.from.address,
      auto: message.autoKind ?? (thanks ? "thanks" : null),
      unverified: message.unverified ?? (standing === "flagged" ? "not_on_ticket" : null),
    },
    author,
  );

  if (thanks && ticket.firstAssistantReplyAt) await confirmOnce(transaction, ticket.id, author);
  let changed = await updateTicket(transaction, ticket, {
    lastMessageAt: later(ticket.lastMessageAt, acceptedAt),
    preview: preview(clean(message.body)),
    ...(speaks && {
      lastCustomerMessageAt: acceptedAt,
      waitingSince: ticket.waitingSince ?? acceptedAt,
      assistantState: "waiting" as const,
      closesAt: null,
    }),
    ...(!trusted && { needsReview: true }),
  });
  // Who speaks for the ticket may bring others in; a stranger, or somebody who only says so, may not.
  if (speaks) await addParticipants(transaction, ticket.id, { inCopy: message.cc });
  if (speaks && !(isOpen(ticket.status) && ticket.status !== "pending" && ticket.status !== "on_hold")) {
    changed = await setStatus(transaction, changed, "open", { why: "customer_replied" });
  }
  if (speaks) {
    changed = await wake(transaction, changed, "reply");
    changed = await setTrashed(transaction, changed, false);
  }
  await refreshClocks(transaction, changed.id);
  if (speaks) await enqueue("ticket.triage", { ticketId: ticket.id, messageId });
  return { ticketId: ticket.id, messageId, isNew: false };
}

/** Thanks for what is solved open nothing again: nobody has to answer them. */
const isThanks = ({ autoKind, body, trimmed, from, attachments }: ReceivedMessage): boolean =>
  autoKind === null && attachments.every(({ inline }) => inline) && onlyThanks(body || trimmed, from.name);

function subjectOf(message: ReceivedMessage): string {
  const subject = clean(message.subject).replace(/\s+/gu, " ").trim();
  return truncate(subject || preview(clean(message.body), 80) || "–", 500);
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
