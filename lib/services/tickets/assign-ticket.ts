import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { agents } from "#db/schema/index.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { mustBeVersion, type Ticket, ticketForUpdate, updateTicket } from "./ticket-rows.ts";

const AssignInput = z.strictObject({
  ticketId: id(),
  /** Null puts it back into its queue. */
  agentId: id().nullable(),
  version: z.int().optional(),
});

/** Gives the ticket to an agent, or back to its queue. */
export async function assignTicket(ctx: Context, input: z.input<typeof AssignInput>): Promise<Ticket> {
  ctx.must("ticket.assign");
  const { ticketId, agentId, version } = parseInput(AssignInput, input);

  return transact(ctx, async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, ticketId);
    mustBeVersion(ticket, version);
    if (agentId) await mustBeActive(transaction, agentId);
    return setAssignee(transaction, ticket, agentId, "by_hand");
  });
}

/**
 * Writes the assignee and the agent's turn; the same assignee again changes nothing. Who gives a ticket back
 * themselves is not offered it again.
 */
export async function setAssignee(
  transaction: Transaction,
  ticket: Ticket,
  agentId: string | null,
  why: unknown,
): Promise<Ticket> {
  if (ticket.assigneeId === agentId) return ticket;
  const { tx, ctx, emit } = transaction;
  const giver = agentId === null ? actorId(ctx.actor) : null;
  const gaveBack = giver !== null && giver === ticket.assigneeId;
  const changed = await updateTicket(transaction, ticket, {
    assigneeId: agentId,
    assignedAt: agentId ? ctx.now : null,
    ...(agentId && { managerToldAt: null, routeRetryAt: null }),
    ...(gaveBack && { notAgentIds: [...new Set([...ticket.notAgentIds, giver])] }),
  });
  if (agentId) await tx.update(agents).set({ lastAssignedAt: ctx.now }).where(eq(agents.id, agentId));
  await emit({ type: "ticket.assigned", ticketId: ticket.id, from: ticket.assigneeId, to: agentId, why });
  return changed;
}

async function mustBeActive({ tx }: Transaction, agentId: string): Promise<void> {
  const [agent] = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.id, agentId), eq(agents.active, true)));
  if (!agent) throw invalid("There is no such agent.", { agentId: "There is no such agent." });
}
