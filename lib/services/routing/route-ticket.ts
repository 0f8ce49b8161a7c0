import { isDeepStrictEqual } from "node:util";
import { and, eq, sql } from "drizzle-orm";
import { agents } from "#db/schema/index.ts";
import { type RouteDecision, route } from "#lib/domain/routing/route.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import { managerIds, notify } from "../notices/notify.ts";
import { setAssignee } from "../tickets/assign-ticket.ts";
import { setQueue } from "../tickets/set-queue.ts";
import { type Ticket, updateTicket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { openTickets } from "./desk-state.ts";
import { type RoutingEvidence, readRouting } from "./read-routing.ts";

/** So often a person who fitted may fill up before the ticket reaches them. */
const MOST_TRIES = 5;

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
 * Gives a ticket to the person who fits best, or leaves it waiting in its queue with the reason and, when the
 * queue says so, a word to the managers. One ticket is given at a time, so that nobody gets more than their capacity.
 */
export async function routeToPerson(
  transaction: Transaction,
  ticket: Ticket,
  evidence: RoutingEvidence | null,
): Promise<Ticket> {
  if (ticket.assigneeId || !isOpen(ticket.status)) return ticket;
  await oneAtATime(transaction);
  const decision = await decideForSomebodyFree(transaction, ticket, evidence);
  if (!decision) return ticket;
  const queued = await setQueue(transaction, ticket, decision.queueId, decision.reason);
  const explained = await explain(transaction, queued, decision);
  if (decision.agentId) return setAssignee(transaction, explained, decision.agentId, decision.reason);
  return decision.tellManager ? tellManagers(transaction, explained) : explained;
}

/** Two decisions at once would count the same free place twice. */
export async function oneAtATime({ tx }: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('routing', 0))`);
}

/** Whoever pulls a ticket holds the same lock, so after it the count is true. */
export async function hasRoom({ tx }: Pick<Transaction, "tx">, agentId: string): Promise<boolean> {
  const [agent] = await tx
    .select({ capacity: agents.capacity })
    .from(agents)
    .where(and(eq(agents.id, agentId), eq(agents.active, true), eq(agents.availability, "online")))
    .for("update");
  if (!agent) return false;
  return ((await openTickets(tx, agentId)).get(agentId) ?? 0) < agent.capacity;
}

/** A decision whose person is locked and still has room; null on a desk without queues. */
export async function decideForSomebodyFree(
  transaction: Transaction,
  ticket: Ticket,
  evidence: RoutingEvidence | null,
): Promise<RouteDecision | null> {
  for (let tries = 1; ; tries++) {
    const decision = await decide(transaction, ticket, evidence);
    if (!decision?.agentId || (await hasRoom(transaction, decision.agentId))) return decision;
    if (tries === MOST_TRIES) return { ...decision, agentId: null };
  }
}

/** Keeps the reason. Looking again and finding the same is no change. */
export async function explain(
  transaction: Transaction,
  ticket: Ticket,
  { agentId, reason, runnerUp, needs, retryAt, tellManager }: RouteDecision,
): Promise<Ticket> {
  const at = transaction.ctx.now;
  const routeReason = { agentId, reason, runnerUp, needs, retryAt, tellManager };
  const { at: _, ...before } = Object(ticket.routeReason) as { at?: unknown };
  if (isDeepStrictEqual(plain(before), plain(routeReason))) return ticket;
  return updateTicket(transaction, ticket, { routeReason: { at, ...routeReason }, routeRetryAt: retryAt });
}

async function tellManagers(transaction: Transaction, ticket: Ticket): Promise<Ticket> {
  if (ticket.managerToldAt) return ticket;
  const { tx, ctx, emit } = transaction;
  const told = await updateTicket(transaction, ticket, { managerToldAt: ctx.now });
  await emit({ type: "routing.manager_told", ticketId: ticket.id });
  const causeId = `nobody_fits:${ticket.id}:${ticket.waitingSince?.toISOString() ?? ""}`;
  await notify(transaction, await managerIds(tx), { ticketId: ticket.id, kind: "nobody_fits", causeId });
  return told;
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
