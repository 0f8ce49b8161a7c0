import { asc, lte } from "drizzle-orm";
import { tickets } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { wake } from "../tickets/snooze-ticket.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { oneByOne } from "./one-by-one.ts";

/** In one sweep; the rest some seconds later. */
const most = 500;

/** Tickets whose time has come are back in their lists. Returns how many were due. */
export async function wakeSnoozed(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  const due = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(lte(tickets.snoozedUntil, ctx.now))
    .orderBy(asc(tickets.snoozedUntil))
    .limit(most);
  return oneByOne(
    ctx,
    due.map(({ id }) => id),
    async (transaction, id) => {
      const ticket = await ticketForUpdate(transaction.tx, id);
      if (ticket.snoozedUntil && ticket.snoozedUntil <= ctx.now) await wake(transaction, ticket, "time");
    },
  );
}
