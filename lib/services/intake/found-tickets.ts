import { eq, inArray } from "drizzle-orm";
import { tickets } from "#db/schema/index.ts";
import type { FoundTicket } from "#lib/domain/intake/choose-thread.ts";
import type { Context } from "../context.ts";

export async function foundTickets(ctx: Context, ids: string[]): Promise<Map<string, FoundTicket>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select()
    .from(tickets)
    .where(inArray(tickets.id, [...new Set(ids)]));
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await foundTicket(ctx, row)] as const)));
}

export async function ticketsByNumber(ctx: Context, numbers: number[]): Promise<Map<number, FoundTicket>> {
  if (numbers.length === 0) return new Map();
  const rows = await ctx.db.select().from(tickets).where(inArray(tickets.number, numbers));
  return new Map(
    await Promise.all(rows.map(async (row) => [row.number, await foundTicket(ctx, row)] as const)),
  );
}

async function foundTicket(ctx: Context, row: typeof tickets.$inferSelect, hops = 0): Promise<FoundTicket> {
  const found = { ticketId: row.id, number: row.number, status: row.status, mergedInto: null };
  if (!row.mergedIntoId || hops > 20) return found;
  const [target] = await ctx.db.select().from(tickets).where(eq(tickets.id, row.mergedIntoId));
  if (!target) return found;
  const end = await foundTicket(ctx, target, hops + 1);
  return { ...found, mergedInto: end.mergedInto ?? end };
}
