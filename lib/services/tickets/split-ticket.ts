import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { z } from "zod";
import {
  inboundEmails,
  messages,
  outboundEmails,
  ticketEvents,
  ticketParticipants,
  tickets,
} from "#db/schema/index.ts";
import { preview } from "#lib/domain/text/clean.ts";
import { applyPolicy } from "../clocks/apply-policy.ts";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { tellWaiting } from "./merge-tickets.ts";
import { type Ticket, ticketForUpdate } from "./ticket-rows.ts";

const SplitInput = z.strictObject({
  ticketId: id(),
  messageIds: z.array(id()).min(1).max(500),
  /** Left out: the old one. */
  subject: text(500, 1).optional(),
});

type MovedMessage = typeof messages.$inferSelect;

/**
 * Gives some messages a ticket of their own: the same customer unless the first of them is somebody else's, the same
 * queue and category, linked to where it came from. Its clocks count from when those words were written. To take it
 * back, merge it into the old one. Throws `invalid` when nothing would be left, or a message is not on the ticket.
 */
export async function splitTicket(
  ctx: Context,
  input: z.input<typeof SplitInput>,
): Promise<{ ticketId: string; number: number }> {
  ctx.must("ticket.update");
  const split = parseInput(SplitInput, input);

  return transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const source = await ticketForUpdate(tx, split.ticketId);
    const moving = await tx
      .select()
      .from(messages)
      .where(and(eq(messages.ticketId, source.id), inArray(messages.id, split.messageIds)))
      .orderBy(asc(messages.createdAt), asc(messages.id));
    if (moving.length !== new Set(split.messageIds).size) throw invalid("A message is not on this ticket.");
    const stay = await tx.$count(messages, eq(messages.ticketId, source.id));
    if (stay === moving.length) throw invalid("Something has to stay on the ticket.", { messageIds: "all" });
    const said = moving.find((message) => message.kind === "reply");
    if (!said) throw invalid("Notes alone are no ticket.", { messageIds: "notes" });

    const ticket = await openFrom(transaction, source, moving, said, split.subject ?? source.subject);
    await moveTo(transaction, ticket.id, moving);
    await emit({
      type: "ticket.split",
      ticketId: source.id,
      into: ticket.id,
      number: ticket.number,
      messageIds: moving.map((message) => message.id),
    });
    await tellStory(transaction, ticket, source, moving, said);
    await tellWaiting(transaction, ticket.id);
    await tellWaiting(transaction, source.id);
    return { ticketId: ticket.id, number: ticket.number };
  });
}

async function openFrom(
  { tx, ctx }: Transaction,
  source: Ticket,
  moving: readonly MovedMessage[],
  said: MovedMessage,
  subject: string,
): Promise<Ticket> {
  const newest = moving.at(-1)!;
  const [ticket] = await tx
    .insert(tickets)
    .values({
      subject,
      preview: preview(newest.body),
      status: source.status === "closed" ? "open" : source.status,
      priority: source.priority,
      channel: said.channel,
      customerId: said.customerId ?? source.customerId,
      mailboxId: source.mailboxId,
      queueId: source.queueId,
      categoryId: source.categoryId,
      assigneeId: source.assigneeId,
      language: source.language,
      tags: source.tags,
      // A person took it apart, so a person has it.
      assistantState: "off",
      followUpOfId: source.id,
      lastMessageAt: newest.createdAt,
      lastCustomerMessageAt:
        moving.findLast((message) => message.authorKind === "customer")?.createdAt ?? null,
      createdAt: said.createdAt,
      updatedAt: ctx.now,
    })
    .returning();
  await addPeople(tx, source, ticket!, said);
  return ticket!;
}

async function addPeople(
  tx: Transaction["tx"],
  source: Ticket,
  ticket: Ticket,
  said: MovedMessage,
): Promise<void> {
  if (ticket.customerId === source.customerId) {
    const people = await tx
      .select()
      .from(ticketParticipants)
      .where(eq(ticketParticipants.ticketId, source.id));
    if (people.length > 0) {
      await tx
        .insert(ticketParticipants)
        .values(people.map(({ address, name, kind }) => ({ ticketId: ticket.id, address, name, kind })));
    }
  } else if (said.fromAddress) {
    await tx.insert(ticketParticipants).values({
      ticketId: ticket.id,
      address: said.fromAddress.toLowerCase(),
      name: said.fromName,
      kind: "requester",
    });
  }
}

/** Answers to them, and reports about them, find the new ticket. */
async function moveTo({ tx }: Transaction, ticketId: string, moving: readonly MovedMessage[]): Promise<void> {
  const ids = moving.map((message) => message.id);
  await tx.update(messages).set({ ticketId }).where(inArray(messages.id, ids));
  await tx.update(outboundEmails).set({ ticketId }).where(inArray(outboundEmails.ticketMessageId, ids));
  await tx
    .update(inboundEmails)
    .set({ ticketId })
    .where(and(inArray(inboundEmails.ticketMessageId, ids), ne(inboundEmails.state, "pending")));
}

/** What happened with these words, told once more on their own ticket: the clocks are read from events. */
async function tellStory(
  transaction: Transaction,
  ticket: Ticket,
  source: Ticket,
  moving: readonly MovedMessage[],
  first: MovedMessage,
): Promise<void> {
  const { emit, ctx } = transaction;
  const ticketId = ticket.id;
  const customer = { kind: "customer", id: ticket.customerId, ticketId } as const;
  const { channel, priority } = ticket;
  await emit(
    { type: "ticket.created", ticketId, at: first.createdAt, channel, priority, messageId: first.id },
    first.authorKind === "customer" ? customer : ctx.actor,
  );
  for (const {
    id: messageId,
    kind,
    authorKind,
    createdAt: at,
    fromAddress,
    autoKind,
    unverified,
  } of moving) {
    if (messageId === first.id || kind === "note" || authorKind === "system") continue;
    if (authorKind === "customer") {
      await emit(
        { type: "message.received", ticketId, at, messageId, from: fromAddress, auto: autoKind, unverified },
        customer,
      );
    } else await tellReply(transaction, source, { ticketId, messageId, at, by: authorKind });
  }
  if (ticket.status !== "new")
    await emit({ type: "ticket.status_changed", ticketId, from: "new", to: ticket.status, why: "split" });
  await emit({ type: "ticket.split_from", ticketId, number: source.number });
  await applyPolicy(transaction, ticket);
}

/** One that was put off is an answer when it has left. */
async function tellReply(
  { tx, emit }: Transaction,
  source: Ticket,
  reply: { ticketId: string; messageId: string; at: Date; by: "agent" | "assistant" },
): Promise<void> {
  const { ticketId, messageId, at, by } = reply;
  const [told] = await tx
    .select({ leavesAt: sql<string | null>`${ticketEvents.data}->>'leavesAt'` })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, source.id),
        eq(ticketEvents.type, "message.replied"),
        sql`${ticketEvents.data}->>'messageId' = ${messageId}`,
        sql`${ticketEvents.data} ? 'leavesAt'`,
      ),
    )
    .limit(1);
  await emit({
    type: "message.replied",
    ticketId,
    at,
    messageId,
    by,
    ...(told?.leavesAt && { leavesAt: told.leavesAt }),
  });
  if (!told) return;
  const [left] = await tx
    .select({ id: outboundEmails.id, sentAt: outboundEmails.sentAt, response: outboundEmails.response })
    .from(outboundEmails)
    .where(and(eq(outboundEmails.ticketMessageId, messageId), eq(outboundEmails.state, "sent")))
    .limit(1);
  if (left?.sentAt) {
    const { id: outboundId, sentAt, response } = left;
    await emit({ type: "message.sent", ticketId, at: sentAt, messageId, outboundId, response });
  }
}
