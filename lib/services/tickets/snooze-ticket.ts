import { z } from "zod";
import { isOpen } from "#lib/domain/tickets/status.ts";
import type { Context } from "../context.ts";
import { conflict, invalid } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { type Ticket, ticketForUpdate, updateTicket } from "./ticket-rows.ts";

const SnoozeInput = z.strictObject({
  ticketId: id(),
  /** Null: until the customer writes. */
  until: z.coerce.date().nullable(),
});

const longest = 366 * 86_400_000;

/** Puts a ticket aside: out of every list but one, until then or until the customer writes. Its clocks go on. */
export async function snoozeTicket(ctx: Context, input: z.input<typeof SnoozeInput>): Promise<Ticket> {
  ctx.must("ticket.update");
  const { ticketId, until } = parseInput(SnoozeInput, input);
  const away = until && until.getTime() - ctx.now.getTime();
  if (away !== null && (away <= 0 || away > longest)) {
    throw invalid("Choose a time within the next year.", { until: "Choose a time within the next year." });
  }
  return transact(ctx, async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, ticketId);
    if (!isOpen(ticket.status)) throw conflict("A solved ticket waits for nothing.");
    const snoozed = await updateTicket(transaction, ticket, { snoozedAt: ctx.now, snoozedUntil: until });
    await transaction.emit({ type: "ticket.snoozed", ticketId: ticket.id, until });
    return snoozed;
  });
}

/** By hand, before its time. */
export async function unsnoozeTicket(ctx: Context, input: { ticketId: string }): Promise<Ticket> {
  ctx.must("ticket.update");
  const ticketId = parseInput(id(), input.ticketId);
  return transact(ctx, async (transaction) =>
    wake(transaction, await ticketForUpdate(transaction.tx, ticketId), "by_hand"),
  );
}

/** Back into the lists, once; a ticket that is awake stays as it is. */
export async function wake(
  transaction: Transaction,
  ticket: Ticket,
  why: "time" | "reply" | "by_hand",
): Promise<Ticket> {
  if (ticket.snoozedAt === null) return ticket;
  const awake = await updateTicket(transaction, ticket, { snoozedAt: null, snoozedUntil: null });
  await transaction.emit({ type: "ticket.woke", ticketId: ticket.id, why });
  return awake;
}
