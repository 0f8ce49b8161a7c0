import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import {
  calendars,
  customerAddresses,
  customerOrders,
  customers,
  messages,
  tickets,
} from "#db/schema/index.ts";
import type { OwnOrders } from "#lib/domain/customers/order.ts";
import type { Context } from "../context.ts";

/** Doors behind which the writer is known to be the owner of the address. Anybody can type one into a form. */
const knownDoors = ["email", "portal", "api"] as const;

/**
 * The newest orders of the customer who wrote a message, for answering it; null when they are not known to be its
 * writer. Whose orders they are is joined here and nowhere else: no text of a ticket can widen it.
 */
export async function readOwnOrders(
  ctx: Context,
  { ticketId, messageId }: { ticketId: string; messageId: string },
): Promise<OwnOrders | null> {
  ctx.must("customer.read");
  const [writer] = await ctx.db
    .select({
      id: tickets.customerId,
      timeZone: sql<string>`coalesce(${customers.timeZone},
        (select ${calendars.timeZone} from ${calendars} order by ${calendars.createdAt} limit 1), 'UTC')`,
    })
    .from(messages)
    .innerJoin(tickets, and(eq(tickets.id, messages.ticketId), eq(tickets.customerId, messages.customerId)))
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .innerJoin(
      customerAddresses,
      and(
        eq(customerAddresses.customerId, tickets.customerId),
        eq(customerAddresses.address, sql`lower(${messages.fromAddress})`),
      ),
    )
    .where(
      and(
        eq(messages.id, messageId),
        eq(tickets.id, ticketId),
        eq(messages.authorKind, "customer"),
        isNull(messages.unverified),
        isNull(messages.autoKind),
        inArray(messages.channel, knownDoors),
      ),
    );
  if (!writer) return null;
  const orders = await ctx.db
    .select({ ...orderColumns, updatedAt: customerOrders.updatedAt })
    .from(customerOrders)
    .where(eq(customerOrders.customerId, writer.id))
    .orderBy(desc(customerOrders.placedAt), desc(customerOrders.id))
    .limit(50);
  return { orders, timeZone: writer.timeZone };
}

export const orderColumns = {
  id: customerOrders.id,
  number: customerOrders.number,
  status: customerOrders.status,
  placedAt: customerOrders.placedAt,
  expectedAt: customerOrders.expectedAt,
  deliveredAt: customerOrders.deliveredAt,
  currency: customerOrders.currency,
  totalMinor: customerOrders.totalMinor,
  items: customerOrders.items,
  tracking: customerOrders.tracking,
};
