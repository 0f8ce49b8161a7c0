import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { id, parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { type Ticket, ticketForUpdate, updateTicket } from "./ticket-rows.ts";

/** Throws a ticket away: nobody waits for it any more, and it is erased after a time unless it is brought back. */
export async function trashTicket(ctx: Context, input: { ticketId: string }): Promise<Ticket> {
  ctx.must("ticket.update");
  const ticketId = parseInput(id(), input.ticketId);
  return transact(ctx, async (transaction) =>
    setTrashed(transaction, await ticketForUpdate(transaction.tx, ticketId), true),
  );
}

/** Brings it back as it was; what waited goes on waiting. */
export async function restoreTicket(ctx: Context, input: { ticketId: string }): Promise<Ticket> {
  ctx.must("ticket.update");
  const ticketId = parseInput(id(), input.ticketId);
  return transact(ctx, async (transaction) =>
    setTrashed(transaction, await ticketForUpdate(transaction.tx, ticketId), false),
  );
}

export async function setTrashed(
  transaction: Transaction,
  ticket: Ticket,
  trashed: boolean,
): Promise<Ticket> {
  if ((ticket.trashedAt !== null) === trashed) return ticket;
  const changed = await updateTicket(transaction, ticket, {
    trashedAt: trashed ? transaction.ctx.now : null,
  });
  await transaction.emit({ type: "ticket.trashed", ticketId: ticket.id, trashed });
  await refreshClocks(transaction, ticket.id);
  return changed;
}
