import { and, eq, gt, ne } from "drizzle-orm";
import { agents, ticketPresence } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";

/** A colleague at the same ticket; `typing` when one of their windows is. */
export type Present = { agentId: string; name: string; doing: "viewing" | "typing" };

/** Two missed signs of life, and a moment for the way. */
const aliveMs = 10_000;

/** Colleagues who have the ticket open now. */
export async function readPresence(ctx: Context, ticketId: string): Promise<Present[]> {
  ctx.must("ticket.read");
  const rows = await ctx.db
    .select({ agentId: ticketPresence.agentId, name: agents.name, doing: ticketPresence.doing })
    .from(ticketPresence)
    .innerJoin(agents, eq(agents.id, ticketPresence.agentId))
    .where(
      and(
        eq(ticketPresence.ticketId, ticketId),
        gt(ticketPresence.seenAt, new Date(ctx.now.getTime() - aliveMs)),
        ctx.actor.kind === "agent" ? ne(ticketPresence.agentId, ctx.actor.id) : undefined,
      ),
    );
  const people = new Map<string, Present>();
  for (const row of rows) if (people.get(row.agentId)?.doing !== "typing") people.set(row.agentId, row);
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}
