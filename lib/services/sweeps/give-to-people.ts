import { eq } from "drizzle-orm";
import { queues } from "#db/schema/index.ts";
import type { HandOffReason } from "#lib/domain/answers/gate.ts";
import { ticketForUpdate, updateTicket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";

/** The assistant cannot: the ticket goes to people, in the default queue when it has none yet. */
export async function giveToPeople(
  transaction: Transaction,
  ticketId: string,
  reason: HandOffReason,
): Promise<void> {
  const { tx, emit } = transaction;
  const ticket = await ticketForUpdate(tx, ticketId);
  const [fallback] = await tx.select({ id: queues.id }).from(queues).where(eq(queues.isDefault, true));
  const queueId = ticket.queueId ?? fallback?.id ?? null;
  await updateTicket(transaction, ticket, { assistantState: "handed_off", handOffReason: reason, queueId });
  if (queueId !== ticket.queueId) {
    await emit({ type: "ticket.queue_changed", ticketId, from: ticket.queueId, to: queueId, why: reason });
  }
  await emit({ type: "assistant.handed_off", ticketId, runId: null, reason, summary: "" });
}
