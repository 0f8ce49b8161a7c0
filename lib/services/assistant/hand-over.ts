import type { HandOffReason } from "#lib/domain/answers/gate.ts";
import { applyPolicy } from "../clocks/apply-policy.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import { routeToPerson } from "../routing/route-ticket.ts";
import { setStatus, type Ticket, updateTicket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";

/** Takes a ticket out of the assistant's hands: opens it again, says why, and finds the person. */
export async function handOver(
  transaction: Transaction,
  ticket: Ticket,
  reason: HandOffReason,
  by: { runId: string | null; summary: string } = { runId: null, summary: "" },
): Promise<Ticket> {
  await transaction.emit({ type: "assistant.handed_off", ticketId: ticket.id, reason, ...by });
  let changed = await updateTicket(transaction, ticket, {
    assistantState: "handed_off",
    handOffReason: reason,
    waitingSince: ticket.waitingSince ?? transaction.ctx.now,
  });
  if (ticket.status === "solved" || ticket.status === "pending") {
    changed = await setStatus(transaction, changed, "open", { why: reason });
  }
  changed = await routeToPerson(transaction, changed, null);
  await applyPolicy(transaction, changed);
  await refreshClocks(transaction, changed.id);
  return changed;
}
