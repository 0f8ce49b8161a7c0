import { eq } from "drizzle-orm";
import { tickets } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";

export async function ticketExists(ctx: Context, number: number): Promise<boolean> {
  ctx.must("ticket.read");
  const found = await ctx.db.select({ id: tickets.id }).from(tickets).where(eq(tickets.number, number));
  return found.length > 0;
}
