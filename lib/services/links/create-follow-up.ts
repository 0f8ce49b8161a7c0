import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { customers, ticketParticipants, tickets } from "#db/schema/index.ts";
import { preview } from "#lib/domain/text/clean.ts";
import { applyPolicy } from "../clocks/apply-policy.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { addOwnMessage } from "../tickets/add-message.ts";
import { personOf } from "../tickets/reply-to-ticket.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";

const FollowUpInput = z.strictObject({
  ticketId: id(),
  /** Left out: the old one. */
  subject: text(500, 1).optional(),
  /** Why there is one; a note for colleagues, the customer is written to from the new ticket. */
  note: text(100_000, 1),
});

/** A new ticket about an older one, by hand: the same customer, the same people in Cc, linked to where it comes from. */
export async function createFollowUp(
  ctx: Context,
  input: z.input<typeof FollowUpInput>,
): Promise<{ ticketId: string; number: number }> {
  ctx.must("ticket.create");
  const { ticketId, subject, note } = parseInput(FollowUpInput, input);

  return transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const [older] = await tx.select().from(tickets).where(eq(tickets.id, ticketId));
    if (!older) throw notFound("ticket");
    const ticket = await openFrom(transaction, older, subject ?? older.subject, note);
    const messageId = await addOwnMessage(transaction, ticket, {
      kind: "note",
      author: personOf(ctx),
      body: note,
      language: ticket.language,
    });
    const { channel, priority, id: newTicketId, number } = ticket;
    await emit({ type: "ticket.created", ticketId: newTicketId, channel, priority, messageId });
    await emit({
      type: "ticket.status_changed",
      ticketId: newTicketId,
      from: "new",
      to: "open",
      why: "by_hand",
    });
    await emit({ type: "ticket.follow_up_created", ticketId: older.id, followUpId: newTicketId, number });
    await applyPolicy(transaction, ticket);
    await refreshClocks(transaction, newTicketId);
    return { ticketId: newTicketId, number };
  });
}

async function openFrom(
  { tx, ctx }: Transaction,
  older: Ticket,
  subject: string,
  note: string,
): Promise<Ticket> {
  const [ticket] = await tx
    .insert(tickets)
    .values({
      subject,
      preview: preview(note),
      status: "open",
      priority: older.priority,
      channel: older.channel,
      customerId: older.customerId,
      mailboxId: older.mailboxId,
      queueId: older.queueId,
      categoryId: older.categoryId,
      language: older.language,
      tags: older.tags,
      // A person opened it, so a person has it.
      assistantState: "off",
      ...(ctx.actor.kind === "agent" && { assigneeId: ctx.actor.id, assignedAt: ctx.now }),
      followUpOfId: older.id,
      lastMessageAt: ctx.now,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning();
  await tx
    .update(customers)
    .set({ ticketCount: sql`${customers.ticketCount} + 1` })
    .where(eq(customers.id, older.customerId));
  const people = await tx.select().from(ticketParticipants).where(eq(ticketParticipants.ticketId, older.id));
  if (people.length > 0) {
    await tx
      .insert(ticketParticipants)
      .values(people.map(({ address, name, kind }) => ({ ticketId: ticket!.id, address, name, kind })));
  }
  return ticket!;
}
