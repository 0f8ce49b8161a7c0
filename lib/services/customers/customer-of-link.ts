import { and, eq } from "drizzle-orm";
import { tickets } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { forbidden, notFound } from "../errors.ts";

/**
 * Who a signed link speaks for: the requester of its ticket. A link of an older version is withdrawn: null.
 * A merged ticket leads to the one it went into, if that belongs to the same customer.
 */
export async function customerOfLink(
  ctx: Context,
  link: { ticketId: string; linkVersion: number },
): Promise<{ customerId: string; ticketId: string } | null> {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, link.ticketId));
  if (!ticket || ticket.linkVersion !== link.linkVersion || ticket.isSpam || ticket.trashedAt) return null;
  if (!ticket.mergedIntoId) return { customerId: ticket.customerId, ticketId: ticket.id };
  const [target] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticket.mergedIntoId));
  if (target?.customerId !== ticket.customerId) return null;
  return { customerId: ticket.customerId, ticketId: target.id };
}

/** What a link to another ticket of the same customer needs: a follow-up they just opened. */
export async function linkOfTicket(
  ctx: Context,
  ticketId: string,
): Promise<{ ticketId: string; linkVersion: number }> {
  if (ctx.actor.kind !== "customer") throw forbidden();
  const [ticket] = await ctx.db
    .select({ linkVersion: tickets.linkVersion })
    .from(tickets)
    .where(and(eq(tickets.id, ticketId), eq(tickets.customerId, ctx.actor.id)));
  if (!ticket) throw notFound("ticket");
  return { ticketId, linkVersion: ticket.linkVersion };
}
