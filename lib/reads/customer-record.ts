import { desc, eq } from "drizzle-orm";
import { companies, customerEvents, customerOrders, customers } from "#db/schema/index.ts";
import type { CustomerOrder } from "#lib/domain/customers/order.ts";
import type { Context } from "#lib/services/context.ts";
import { orderColumns } from "#lib/services/customers/read-own-orders.ts";

export type CustomerEvent = {
  kind: string;
  at: Date;
  data: Record<string, string | number | boolean | null>;
};

/** What other systems told about a customer. */
export type CustomerRecord = {
  company: { name: string; vip: boolean } | null;
  attributes: Record<string, string | number | boolean | null>;
  /** Newest first. */
  orders: CustomerOrder[];
  events: CustomerEvent[];
};

const shownOrders = 20;
const shownEvents = 20;

/** One customer's company, attributes, newest orders and events; null when there is no such customer. */
export async function readCustomerRecord(ctx: Context, customerId: string): Promise<CustomerRecord | null> {
  ctx.must("customer.read");
  const [customer] = await ctx.db
    .select({ attributes: customers.attributes, company: { name: companies.name, vip: companies.vip } })
    .from(customers)
    .leftJoin(companies, eq(companies.id, customers.companyId))
    .where(eq(customers.id, customerId));
  if (!customer) return null;
  const [orders, events] = await Promise.all([
    ctx.db
      .select(orderColumns)
      .from(customerOrders)
      .where(eq(customerOrders.customerId, customerId))
      .orderBy(desc(customerOrders.placedAt), desc(customerOrders.id))
      .limit(shownOrders),
    ctx.db
      .select({ kind: customerEvents.kind, at: customerEvents.at, data: customerEvents.data })
      .from(customerEvents)
      .where(eq(customerEvents.customerId, customerId))
      .orderBy(desc(customerEvents.at), desc(customerEvents.id))
      .limit(shownEvents),
  ]);
  return { ...customer, orders, events };
}
