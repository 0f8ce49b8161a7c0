import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { agents, tickets } from "#db/schema/index.ts";
import { asAssistant, type Context } from "../context.ts";
import { routeToPerson } from "../routing/route-ticket.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { oneByOne } from "./one-by-one.ts";

/** In one sweep; those behind them wait for the next. */
const most = 100;

/**
 * Tickets that wait for a person nobody could be found for: tried again, the most urgent and then the oldest
 * first, because people come back, finish work, and needs give way with time. Returns how many were looked at.
 */
export async function routeWaiting(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  const [present] = await ctx.db
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.active, true), eq(agents.availability, "online")))
    .limit(1);
  if (!present) return 0;
  const waiting = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(
        isNull(tickets.assigneeId),
        inArray(tickets.status, ["new", "open"]),
        inArray(tickets.assistantState, ["handed_off", "draft_ready", "held"]),
        eq(tickets.isSpam, false),
      ),
    )
    .orderBy(
      desc(sql`array_position(array['low', 'normal', 'high', 'urgent'], ${tickets.priority})`),
      asc(tickets.waitingSince),
    )
    .limit(most);
  const ids = waiting.map((row) => row.id);
  return oneByOne(asAssistant(ctx), ids, async (transaction, id) => {
    await routeToPerson(transaction, await ticketForUpdate(transaction.tx, id), null);
  });
}
