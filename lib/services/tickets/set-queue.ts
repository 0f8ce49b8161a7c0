import { eq } from "drizzle-orm";
import { queues } from "#db/schema/index.ts";
import { invalid } from "../errors.ts";
import type { Transaction } from "../transact.ts";
import { type Ticket, updateTicket } from "./ticket-rows.ts";

/** Puts a ticket into a queue; the same again changes nothing. */
export async function setQueue(
  transaction: Transaction,
  ticket: Ticket,
  queueId: string | null,
  why: unknown,
): Promise<Ticket> {
  if (ticket.queueId === queueId) return ticket;
  if (queueId) {
    const [queue] = await transaction.tx.select({ id: queues.id }).from(queues).where(eq(queues.id, queueId));
    if (!queue) throw invalid("There is no such queue.", { queueId: "There is no such queue." });
  }
  const changed = await updateTicket(transaction, ticket, { queueId });
  await transaction.emit({
    type: "ticket.queue_changed",
    ticketId: ticket.id,
    from: ticket.queueId,
    to: queueId,
    why,
  });
  return changed;
}
