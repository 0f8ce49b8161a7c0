import { eq } from "drizzle-orm";
import { z } from "zod";
import { assistantExamples, categories, messages } from "#db/schema/index.ts";
import { truncate } from "#lib/domain/text/clean.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import { applyPolicy } from "../clocks/apply-policy.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { rerouteIfUnfit } from "../routing/reroute-ticket.ts";
import { type Transaction, transact } from "../transact.ts";
import { setAssignee } from "./assign-ticket.ts";
import { fieldChanges, setFields } from "./set-fields.ts";
import { setPriority } from "./set-priority.ts";
import { setQueue } from "./set-queue.ts";
import { setSpam } from "./set-spam.ts";
import { mustBeVersion, setStatus, type Ticket, ticketForUpdate, updateTicket } from "./ticket-rows.ts";

const ChangeInput = z.strictObject({
  ticketId: id(),
  /** When given, somebody else's change in between refuses this one. */
  version: z.int().optional(),
  status: z.enum(["open", "pending", "on_hold", "solved"]).optional(),
  priority: z.enum(priorities).optional(),
  queueId: id().nullable().optional(),
  categoryId: id().nullable().optional(),
  assigneeId: id().nullable().optional(),
  subject: text(500, 1).optional(),
  tags: z.array(text(50, 1)).max(50).optional(),
  /** The tags as the writer saw them: what a colleague added or took away since stays so. */
  tagsSeen: z.array(text(50, 1)).max(50).optional(),
  isSpam: z.boolean().optional(),
  /** Custom fields by their key; null empties one. */
  fields: fieldChanges().optional(),
});
export type ChangeInput = z.input<typeof ChangeInput>;

/** Changes one or several things about a ticket by a person's hand, each with its own event, all or none. */
export async function changeTicket(ctx: Context, input: ChangeInput): Promise<Ticket> {
  ctx.must("ticket.update");
  const change = parseInput(ChangeInput, input);

  return transact(ctx, async (transaction) => {
    let ticket = await ticketForUpdate(transaction.tx, change.ticketId);
    mustBeVersion(ticket, change.version);
    if (change.categoryId !== undefined) ticket = await setCategory(transaction, ticket, change.categoryId);
    if (change.queueId !== undefined) ticket = await pinQueue(transaction, ticket, change.queueId);
    if (change.assigneeId !== undefined)
      ticket = await setAssignee(transaction, ticket, change.assigneeId, "by_hand");
    if (change.priority !== undefined)
      ticket = await setPriority(transaction, ticket, change.priority, "by_hand");
    if (change.subject !== undefined) ticket = await setSubject(transaction, ticket, change.subject);
    if (change.tags !== undefined)
      ticket = await setTags(transaction, ticket, change.tags, change.tagsSeen ?? ticket.tags);
    if (change.fields !== undefined) ticket = await setFields(transaction, ticket, change.fields);
    if (change.isSpam !== undefined) ticket = await setSpam(transaction, ticket, change.isSpam);
    if (change.status !== undefined)
      ticket = await setStatus(transaction, ticket, change.status, { why: "by_hand" });
    if (change.categoryId !== undefined) ticket = await rerouteIfUnfit(transaction, ticket);
    await applyPolicy(transaction, ticket);
    await refreshClocks(transaction, ticket.id);
    return ticket;
  });
}

/** A person's word on the queue stands: rules do not move the ticket out of it. */
async function pinQueue(transaction: Transaction, ticket: Ticket, queueId: string | null): Promise<Ticket> {
  const moved = await setQueue(transaction, ticket, queueId, "by_hand");
  const queuePinned = queueId !== null;
  return moved.queuePinned === queuePinned ? moved : updateTicket(transaction, moved, { queuePinned });
}

/** A person's word on the category: it is also what the assistant learns from. */
async function setCategory(
  transaction: Transaction,
  ticket: Ticket,
  categoryId: string | null,
): Promise<Ticket> {
  if (ticket.categoryId === categoryId) return ticket;
  const { tx, emit } = transaction;
  const [category] = categoryId
    ? await tx.select().from(categories).where(eq(categories.id, categoryId))
    : [];
  if (categoryId && !category) {
    throw invalid("There is no such category.", { categoryId: "There is no such category." });
  }
  const changed = await updateTicket(transaction, ticket, { categoryId });
  await emit({
    type: "ticket.category_changed",
    ticketId: ticket.id,
    from: ticket.categoryId,
    to: categoryId,
    corrected: true,
  });
  if (category) await learn(transaction, ticket, category.key);
  return changed;
}

async function learn({ tx }: Transaction, ticket: Ticket, categoryKey: string): Promise<void> {
  const [first] = await tx
    .select({ body: messages.body })
    .from(messages)
    .where(eq(messages.ticketId, ticket.id))
    .orderBy(messages.createdAt, messages.id)
    .limit(1);
  await tx.insert(assistantExamples).values({
    ticketId: ticket.id,
    text: truncate(`${ticket.subject}\n${first?.body ?? ""}`, 4000),
    categoryKey,
    source: "correction",
  });
}

async function setSubject(transaction: Transaction, ticket: Ticket, subject: string): Promise<Ticket> {
  if (ticket.subject === subject) return ticket;
  const changed = await updateTicket(transaction, ticket, { subject });
  await transaction.emit({
    type: "ticket.subject_changed",
    ticketId: ticket.id,
    from: ticket.subject,
    to: subject,
  });
  return changed;
}

async function setTags(
  transaction: Transaction,
  ticket: Ticket,
  wanted: readonly string[],
  seen: readonly string[],
): Promise<Ticket> {
  const gone = seen.filter((tag) => !wanted.includes(tag));
  const come = wanted.filter((tag) => !seen.includes(tag) || ticket.tags.includes(tag));
  const tags = [...new Set([...ticket.tags, ...come])].filter((tag) => !gone.includes(tag));
  const added = tags.filter((tag) => !ticket.tags.includes(tag));
  const removed = ticket.tags.filter((tag) => !tags.includes(tag));
  if (added.length + removed.length === 0) return ticket;
  const changed = await updateTicket(transaction, ticket, { tags });
  await transaction.emit({ type: "ticket.tagged", ticketId: ticket.id, added, removed });
  return changed;
}
