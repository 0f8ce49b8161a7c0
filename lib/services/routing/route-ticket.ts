import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { RouteDecision } from "#lib/domain/routing/route.ts";
import { route } from "#lib/domain/routing/route.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import { setAssignee } from "../tickets/assign-ticket.ts";
import { setQueue } from "../tickets/change-ticket.ts";
import { type Ticket, updateTicket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { type RoutingEvidence, readRouting } from "./read-routing.ts";

/** Puts a ticket into its queue, without a person yet: the assistant may still answer it. */
export async function placeInQueue(
  transaction: Transaction,
  ticket: Ticket,
  evidence: RoutingEvidence | null,
): Promise<{ ticket: Ticket; priority: Ticket["priority"] }> {
  const decision = await decide(transaction, ticket, evidence);
  if (!decision) return { ticket, priority: ticket.priority };
  const why = decision.reason.filter((part) => part.kind === "queue");
  return { ticket: await setQueue(transaction, ticket, decision.queueId, why), priority: decision.priority };
}

/**
 * Gives a ticket to the person who fits best, or leaves it waiting in its queue with the reason.
 * One ticket is given at a time, so that nobody gets more than their capacity.
 */
export async function routeToPerson(
  transaction: Transaction,
  ticket: Ticket,
  evidence: RoutingEvidence | null,
): Promise<Ticket> {
  if (ticket.assigneeId || !isOpen(ticket.status)) return ticket;
  await transaction.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('routing', 0))`);
  const decision = await decide(transaction, ticket, evidence);
  if (!decision) return ticket;

  const { agentId, reason, runnerUp, retryAt, tellManager } = decision;
  const queued = await setQueue(transaction, ticket, decision.queueId, reason);
  const routeReason = { agentId, reason, runnerUp, retryAt, tellManager };
  // Looking again and finding the same is no change.
  const explained = isDeepStrictEqual(plain(queued.routeReason), plain(routeReason))
    ? queued
    : await updateTicket(transaction, queued, { routeReason });
  return agentId ? setAssignee(transaction, explained, agentId, reason) : explained;
}

async function decide(
  { tx, ctx }: Transaction,
  ticket: Ticket,
  evidence: RoutingEvidence | null,
): Promise<RouteDecision | null> {
  const input = await readRouting(tx, ticket, evidence, ctx.now);
  return input.queues.length > 0 ? route(input) : null;
}

/** As it comes back from the database. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
