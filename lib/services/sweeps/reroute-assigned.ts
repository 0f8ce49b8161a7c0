import { and, asc, eq, inArray, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { agents, ticketEvents, tickets } from "#db/schema/index.ts";
import { asAssistant, type Context } from "../context.ts";
import { type RerouteCause, rerouteIfUnfit, rerouteTicket } from "../routing/reroute-ticket.ts";
import { readRoutingSettings } from "../routing/routing-settings.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { oneByOne } from "./one-by-one.ts";

/** In one sweep; the rest 20 s later. */
const most = 100;

/** Somebody has it and the customer waits for them. */
const withPerson = and(
  isNotNull(tickets.assigneeId),
  inArray(tickets.status, ["new", "open"]),
  isNotNull(tickets.waitingSince),
  sql`not ${tickets.isSpam} and ${tickets.trashedAt} is null`,
  isNull(tickets.mergedIntoId),
);

/**
 * Tickets whose person went away, or has let them wait longer than the desk allows, go to somebody else who is
 * there. Returns how many were looked at.
 */
export async function rerouteAssigned(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  const { awayMinutes, waitMinutes } = await readRoutingSettings(ctx.db);
  const away = awayMinutes === null ? [] : await ticketsOfAway(ctx, awayMinutes);
  const late = waitMinutes === null ? [] : await ticketsWaitingLong(ctx, waitMinutes);
  const causes = new Map<string, RerouteCause>([
    ...late.map((id) => [id, "waited_too_long"] as const),
    ...away.map((id) => [id, "went_away"] as const),
  ]);
  return oneByOne(asAssistant(ctx), [...causes.keys()], async (transaction, id) => {
    await rerouteTicket(transaction, await ticketForUpdate(transaction.tx, id), causes.get(id)!);
  });
}

/** Somebody's skills or queues were corrected: what they may not have any more goes on. By hand stays by hand. */
export async function rerouteUnfit(ctx: Context, agentId: string): Promise<number> {
  ctx.must("clock.sweep");
  const lastGiven = sql`(
    select e.data->'why' from ${ticketEvents} e
    where e.ticket_id = ${tickets.id} and e.type = 'ticket.assigned' order by e.seq desc limit 1
  )`;
  const rows = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(withPerson, eq(tickets.assigneeId, agentId), sql`${lastGiven} is distinct from '"by_hand"'::jsonb`),
    )
    .orderBy(asc(tickets.waitingSince));
  const ids = rows.map((row) => row.id);
  return oneByOne(asAssistant(ctx), ids, async (transaction, id) => {
    await rerouteIfUnfit(transaction, await ticketForUpdate(transaction.tx, id));
  });
}

/** Unless they said that they are back within that time. */
async function ticketsOfAway(ctx: Context, minutes: number): Promise<string[]> {
  const [since, until] = [-minutes, minutes].map((by) => new Date(ctx.now.getTime() + by * 60_000));
  const rows = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .innerJoin(agents, eq(agents.id, tickets.assigneeId))
    .where(
      and(
        withPerson,
        ne(agents.availability, "online"),
        lte(agents.availabilityChangedAt, since!),
        or(
          isNull(agents.backAt),
          lte(agents.backAt, ctx.now),
          sql`${agents.backAt} > ${until!.toISOString()}`,
        ),
      ),
    )
    .orderBy(asc(tickets.waitingSince))
    .limit(most);
  return rows.map((row) => row.id);
}

async function ticketsWaitingLong(ctx: Context, minutes: number): Promise<string[]> {
  const since = new Date(ctx.now.getTime() - minutes * 60_000);
  const rows = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(withPerson, lte(tickets.waitingSince, since), lte(tickets.assignedAt, since)))
    .orderBy(asc(tickets.waitingSince))
    .limit(most);
  return rows.map((row) => row.id);
}
