import { and, asc, eq, lte } from "drizzle-orm";
import { tickets } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { setStatus, ticketForUpdate } from "../tickets/ticket-rows.ts";
import { oneByOne } from "./one-by-one.ts";

/** In one sweep; the rest a minute later. */
const most = 500;

/** Solved tickets whose customer stayed silent for the set time are closed for good. Returns how many were due. */
export async function closeSolvedTickets(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  const due = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.status, "solved"), lte(tickets.closesAt, ctx.now)))
    .orderBy(asc(tickets.closesAt))
    .limit(most);
  return oneByOne(
    ctx,
    due.map((row) => row.id),
    async (transaction, id) => {
      const ticket = await ticketForUpdate(transaction.tx, id);
      const silent = ticket.status === "solved" && ticket.closesAt !== null && ticket.closesAt <= ctx.now;
      if (silent) await setStatus(transaction, ticket, "closed", { why: "silence" });
    },
  );
}
