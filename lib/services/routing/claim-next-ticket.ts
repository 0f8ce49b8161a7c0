import { and, eq } from "drizzle-orm";
import { agents, tickets } from "#db/schema/index.ts";
import { exclusionOf } from "#lib/domain/routing/eligible.ts";
import { nextTicketFor } from "#lib/domain/routing/queue-order.ts";
import type { AgentState, RouteDecision } from "#lib/domain/routing/route.ts";
import type { Context } from "../context.ts";
import { forbidden } from "../errors.ts";
import { setAssignee } from "../tickets/assign-ticket.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";
import { type DeskState, readDeskState } from "./desk-state.ts";
import { explain } from "./route-ticket.ts";
import { readWaiting, withoutPerson } from "./waiting-line.ts";

/** Read at a time: most people find theirs among the first. */
const stretch = 100;

export type Claim =
  | { kind: "claimed"; ticketId: string; number: number }
  /** Why there is none: the person is not there, has enough, or nothing in the line is for them. */
  | { kind: "none"; why: "away" | "off_hours" | "full" | "nothing_fits" | "nothing_waits" };

/**
 * "Next ticket": the first in line that this person may have is theirs. Many may ask at once: the row is claimed
 * on condition that nobody has it, and one that somebody else is taking is stepped over, never waited for.
 */
export async function claimNextTicket(ctx: Context): Promise<Claim> {
  ctx.must("ticket.assign");
  if (ctx.actor.kind !== "agent") throw forbidden();
  const agentId = ctx.actor.id;

  return transact(ctx, async (transaction) => {
    const { tx } = transaction;
    // Asking twice, or being given one meanwhile, cannot go over the capacity.
    await tx.select({ id: agents.id }).from(agents).where(eq(agents.id, agentId)).for("update");
    const desk = await readDeskState(tx, transaction.ctx.now);
    const me = desk.agents.find((agent) => agent.id === agentId);
    if (!me) throw forbidden();
    const barred = exclusionOf(me, { ticket: {}, queue: null, needs: [], now: desk.now });
    if (barred === "full" || barred === "off_hours") return { kind: "none", why: barred };
    if (barred) return { kind: "none", why: "away" };
    return takeFirst(transaction, desk, me);
  });
}

async function takeFirst(transaction: Transaction, desk: DeskState, me: AgentState): Promise<Claim> {
  for (let offset = 0; ; offset += stretch) {
    const line = await readWaiting(transaction.tx, desk, { limit: stretch, offset });
    let waiting = line.map(({ ticket }) => ticket);
    for (;;) {
      const next = nextTicketFor(me, waiting, desk);
      if (!next) break;
      const taken = await take(transaction, next.ticket.id, next.decision);
      if (taken) return { kind: "claimed", ticketId: taken.id, number: taken.number };
      waiting = waiting.slice(waiting.indexOf(next.ticket) + 1);
    }
    if (line.length < stretch) {
      const empty = offset === 0 && line.length === 0;
      return { kind: "none", why: empty ? "nothing_waits" : "nothing_fits" };
    }
  }
}

/** Null when somebody else has it, or is just taking it. */
async function take(
  transaction: Transaction,
  ticketId: string,
  decision: RouteDecision,
): Promise<Ticket | null> {
  const [free] = await transaction.tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.id, ticketId), withoutPerson))
    .for("update", { skipLocked: true });
  if (!free) return null;
  const explained = await explain(transaction, free, decision);
  return setAssignee(transaction, explained, decision.agentId, "pulled");
}
