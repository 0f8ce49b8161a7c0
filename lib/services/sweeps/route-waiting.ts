import { route } from "#lib/domain/routing/route.ts";
import { asAssistant, type Context } from "../context.ts";
import { readDeskState } from "../routing/desk-state.ts";
import { routeToPerson } from "../routing/route-ticket.ts";
import { readWaiting } from "../routing/waiting-line.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { oneByOne } from "./one-by-one.ts";

/** How much of the line is looked at, and how many are written, in one sweep; the rest 20 s later. */
const most = { looked: 5_000, written: 200 };

/**
 * Tickets that wait for a person nobody could be found for: tried again in their queue's order, because people
 * come back, finish work, and needs give way with time. The whole line is decided in memory first; only what
 * changes is written. Returns how many were.
 */
export async function routeWaiting(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  const desk = await readDeskState(ctx.db, ctx.now);
  if (desk.queues.length === 0) return 0;
  const changed: string[] = [];
  for (const { row, ticket } of await readWaiting(ctx.db, desk, { limit: most.looked })) {
    const decision = route({ ...desk, ticket });
    const person = desk.agents.find((agent) => agent.id === decision.agentId);
    if (person) person.openCount++;
    const tells = decision.tellManager && !row.managerToldAt;
    const gaveWay = row.routeRetryAt !== null && row.routeRetryAt <= ctx.now;
    if (person || tells || gaveWay || row.routeReason === null) changed.push(row.id);
    if (changed.length >= most.written) break;
  }
  return oneByOne(asAssistant(ctx), changed, async (transaction, id) => {
    await routeToPerson(transaction, await ticketForUpdate(transaction.tx, id), null);
  });
}
