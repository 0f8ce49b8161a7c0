import { unfitReason } from "#lib/domain/routing/route.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import { setAssignee } from "../tickets/assign-ticket.ts";
import { setQueue } from "../tickets/set-queue.ts";
import { type Ticket, updateTicket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { readRouting } from "./read-routing.ts";
import { decideForSomebodyFree, explain, oneAtATime } from "./route-ticket.ts";

export type RerouteCause = "went_away" | "unfit" | "waited_too_long" | "clock";

/**
 * Gives a ticket to somebody else. It is only ever taken from a person when there is another one to give it to.
 * Who let it wait too long does not get it again. Returns null when nobody else fits.
 */
export async function rerouteTicket(
  transaction: Transaction,
  ticket: Ticket,
  cause: RerouteCause,
): Promise<Ticket | null> {
  const { assigneeId } = ticket;
  if (!assigneeId || !isOpen(ticket.status)) return null;
  await oneAtATime(transaction);
  const without = { ...ticket, notAgentIds: [...ticket.notAgentIds, assigneeId] };
  const decision = await decideForSomebodyFree(transaction, without, null);
  if (!decision?.agentId) return null;
  let moved = await setQueue(transaction, ticket, decision.queueId, decision.reason);
  moved = await explain(transaction, moved, decision);
  if (cause === "waited_too_long" || cause === "clock") {
    moved = await updateTicket(transaction, moved, { notAgentIds: without.notAgentIds });
  }
  return setAssignee(transaction, moved, decision.agentId, { cause, reason: decision.reason });
}

/** After a correction: on to somebody with the skill, unless its person corrected it or was chosen by hand. */
export async function rerouteIfUnfit(transaction: Transaction, ticket: Ticket): Promise<Ticket> {
  const { tx, ctx } = transaction;
  const { assigneeId } = ticket;
  if (!assigneeId || !isOpen(ticket.status)) return ticket;
  if ("id" in ctx.actor && ctx.actor.id === assigneeId) return ticket;
  const input = await readRouting(tx, ticket, null, ctx.now);
  if (input.queues.length === 0) return ticket;
  const unfit = unfitReason(input, assigneeId);
  const lacks = unfit === "missing_skill" || unfit === "level_too_low" || unfit === "not_member";
  return (lacks && (await rerouteTicket(transaction, ticket, "unfit"))) || ticket;
}
