import type { Transaction } from "../transact.ts";
import { type Ticket, updateTicket } from "./ticket-rows.ts";

/** Writes the priority; the same again changes nothing. Clocks follow when they are refreshed. */
export async function setPriority(
  transaction: Transaction,
  ticket: Ticket,
  priority: Ticket["priority"],
  why: string,
): Promise<Ticket> {
  if (ticket.priority === priority) return ticket;
  const changed = await updateTicket(transaction, ticket, { priority });
  await transaction.emit({
    type: "ticket.priority_changed",
    ticketId: ticket.id,
    from: ticket.priority,
    to: priority,
    why,
  });
  return changed;
}
