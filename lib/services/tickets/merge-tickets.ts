import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { drafts, messages, ticketEvents, ticketParticipants, tickets } from "#db/schema/index.ts";
import type { TicketEvent } from "#lib/domain/tickets/events.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { type Ticket, updateTicket } from "./ticket-rows.ts";

const MergeInput = z.strictObject({
  /** The ticket that goes into the other. Its number keeps working. */
  ticketId: id(),
  intoNumber: z.int().positive(),
  /** Two customers will read one conversation: only when somebody says so. */
  acrossCustomers: z.boolean().default(false),
});

export type Merged = { ticketId: string; intoId: string; intoNumber: number };
type MergedEvent = Extract<TicketEvent, { type: "ticket.merged" }>;

/**
 * Puts one conversation into another. Its messages move, both numbers lead to the target, later mail to either arrives
 * there, and what its customer waits for goes on counting there. Throws `conflict` when either is merged
 * already or the target is closed, `invalid` for two customers unless that is meant.
 */
export async function mergeTickets(ctx: Context, input: z.input<typeof MergeInput>): Promise<Merged> {
  ctx.must("ticket.update");
  const { ticketId, intoNumber, acrossCustomers } = parseInput(MergeInput, input);

  return transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const { source, target } = await lockPair(transaction, ticketId, intoNumber);
    if (source.mergedIntoId || target.mergedIntoId) throw conflict("One of them is merged already.");
    if (target.status === "closed") throw conflict("A closed ticket takes nothing more.");
    if (source.customerId !== target.customerId && !acrossCustomers) {
      throw invalid("They belong to two customers.", { acrossCustomers: "needed" });
    }

    const moved = await moveMessages(transaction, source.id, target.id);
    const added = await addParticipants(transaction, source.id, target.id);
    const waiting = await waitingMessage(transaction, source, target.id);
    await tx
      .update(drafts)
      .set({ state: "superseded", updatedAt: transaction.ctx.now })
      .where(
        and(
          eq(drafts.ticketId, source.id),
          eq(drafts.authorKind, "assistant"),
          inArray(drafts.state, ["open", "held"]),
        ),
      );
    await emit({
      type: "ticket.merged",
      ticketId: source.id,
      into: target.id,
      number: target.number,
      messageIds: moved,
      participants: added,
      before: { status: source.status, assistantState: source.assistantState, closesAt: source.closesAt },
    });
    await updateTicket(transaction, source, {
      mergedIntoId: target.id,
      status: "closed",
      closesAt: null,
      waitingSince: null,
      assistantState: "off",
    });
    await emit({ type: "ticket.merged_in", ticketId: target.id, number: source.number });
    if (waiting) {
      await emit(
        {
          type: "message.received",
          ticketId: target.id,
          // A conversation cannot have been waited for before it began.
          at: later(waiting.createdAt, target.createdAt),
          messageId: waiting.id,
          from: waiting.fromAddress,
          auto: null,
          unverified: null,
        },
        { kind: "customer", id: source.customerId, ticketId: target.id },
      );
    }
    await updateTicket(transaction, target, {
      ...(waiting && { waitingSince: earlier(target.waitingSince, source.waitingSince) }),
      lastMessageAt: later(source.lastMessageAt, target.lastMessageAt),
      preview: source.lastMessageAt > target.lastMessageAt ? source.preview : target.preview,
    });
    await refreshClocks(transaction, source.id);
    await refreshClocks(transaction, target.id);
    return { ticketId: source.id, intoId: target.id, intoNumber: target.number };
  });
}

/**
 * Takes a merge back: the messages that moved return, with the status of before. What came since stays where it came.
 * Throws `conflict` when the ticket is not merged.
 */
export async function undoMerge(ctx: Context, input: { ticketId: string }): Promise<{ ticketId: string }> {
  ctx.must("ticket.update");
  const ticketId = parseInput(id(), input.ticketId);

  return transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const [named] = await tx.select().from(tickets).where(eq(tickets.id, ticketId));
    if (!named) throw notFound("ticket");
    if (!named.mergedIntoId) throw conflict("This ticket is not merged.");
    const { source, target } = await lockPair(transaction, ticketId, named.mergedIntoId);
    if (source.mergedIntoId !== target.id) throw conflict("This ticket is not merged.");
    const merge = await lastMerge(transaction, source.id);

    const back = inArray(messages.id, merge.messageIds);
    if (merge.messageIds.length > 0) {
      await tx
        .update(messages)
        .set({ ticketId: source.id })
        .where(and(back, eq(messages.ticketId, target.id)));
    }
    if (merge.participants.length > 0) {
      await tx
        .delete(ticketParticipants)
        .where(
          and(
            eq(ticketParticipants.ticketId, target.id),
            inArray(ticketParticipants.address, merge.participants),
          ),
        );
    }
    const { status, assistantState } = merge.before;
    const closesAt = merge.before.closesAt ? new Date(merge.before.closesAt) : null;
    await updateTicket(transaction, source, { mergedIntoId: null, status, assistantState, closesAt });
    await emit({ type: "ticket.unmerged", ticketId: source.id, number: target.number });
    await emit({
      type: "ticket.merge_undone",
      ticketId: target.id,
      number: source.number,
      messageIds: merge.messageIds,
    });
    for (const one of [source, target]) await tellWaiting(transaction, one.id);
    return { ticketId: source.id };
  });
}

/** Both rows, locked in one order whoever asks, so that two merges cannot wait for each other. */
async function lockPair(
  { tx }: Transaction,
  sourceId: string,
  other: number | string,
): Promise<{ source: Ticket; target: Ticket }> {
  const [found] = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(typeof other === "number" ? eq(tickets.number, other) : eq(tickets.id, other));
  if (!found) throw notFound("ticket");
  if (found.id === sourceId)
    throw invalid("A ticket cannot be merged into itself.", { intoNumber: "itself" });
  const rows = await tx
    .select()
    .from(tickets)
    .where(inArray(tickets.id, [sourceId, found.id]))
    .orderBy(asc(tickets.id))
    .for("update");
  const source = rows.find((row) => row.id === sourceId);
  const target = rows.find((row) => row.id === found.id);
  if (!source || !target) throw notFound("ticket");
  return { source, target };
}

async function moveMessages({ tx }: Transaction, from: string, to: string): Promise<string[]> {
  const rows = await tx
    .update(messages)
    .set({ ticketId: to })
    .where(eq(messages.ticketId, from))
    .returning({ id: messages.id });
  return rows.map((row) => row.id);
}

/** Who read along there reads along here; nobody becomes the requester. Returns who is new. */
async function addParticipants({ tx }: Transaction, from: string, to: string): Promise<string[]> {
  const people = await tx.select().from(ticketParticipants).where(eq(ticketParticipants.ticketId, from));
  if (people.length === 0) return [];
  const rows = await tx
    .insert(ticketParticipants)
    .values(people.map(({ address, name }) => ({ ticketId: to, address, name, kind: "cc" as const })))
    .onConflictDoNothing()
    .returning({ address: ticketParticipants.address });
  return rows.map((row) => row.address);
}

/** The message that the source's customer still waits for an answer to. */
async function waitingMessage({ tx }: Transaction, source: Ticket, nowOn: string) {
  if (!source.waitingSince) return null;
  const rows = await tx
    .select({ id: messages.id, createdAt: messages.createdAt, fromAddress: messages.fromAddress })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, nowOn),
        eq(messages.authorKind, "customer"),
        eq(messages.createdAt, source.waitingSince),
      ),
    )
    .limit(1);
  return rows[0] ?? null;
}

async function lastMerge({ tx }: Transaction, ticketId: string): Promise<MergedEvent> {
  const [row] = await tx
    .select({ data: ticketEvents.data })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticketId), eq(ticketEvents.type, "ticket.merged")))
    .orderBy(desc(ticketEvents.seq))
    .limit(1);
  const merge = row?.data as MergedEvent | undefined;
  // A merge of an early version kept no list: nothing can be told apart any more.
  if (!merge?.messageIds) throw conflict("This merge cannot be taken back.");
  return merge;
}

/** What the list says about a ticket, told anew from the messages it has now. */
export async function tellWaiting(transaction: Transaction, ticketId: string): Promise<void> {
  const { tx } = transaction;
  const rows = await tx
    .select({
      authorKind: messages.authorKind,
      createdAt: messages.createdAt,
      body: messages.body,
      autoKind: messages.autoKind,
    })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.kind, "reply")))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, ticketId));
  const newest = rows.at(-1);
  const spoken = rows.filter((row) => row.autoKind === null);
  const lastAnswer = spoken.findLastIndex((row) => row.authorKind !== "customer");
  await updateTicket(transaction, ticket!, {
    waitingSince: spoken[lastAnswer + 1]?.createdAt ?? null,
    ...(newest && { lastMessageAt: newest.createdAt, preview: newest.body.slice(0, 160) }),
  });
  await refreshClocks(transaction, ticketId);
}

const later = (a: Date, b: Date): Date => (b > a ? b : a);

function earlier(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a < b ? a : b;
}
