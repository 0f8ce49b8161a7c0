import { and, asc, count, desc, eq, isNull, ne } from "drizzle-orm";
import {
  categories,
  companies,
  customerAddresses,
  customerMerges,
  customers,
  tickets,
} from "#db/schema/index.ts";
import type { TicketStatus } from "#lib/domain/tickets/status.ts";
import type { Context } from "#lib/services/context.ts";
import { notFound } from "#lib/services/errors.ts";
import { type CustomerRecord, readCustomerRecord } from "./customer-record.ts";
import type { BothNames } from "./inbox.ts";

/** Who asks. */
export interface IdentityView {
  id: string;
  name: string;
  addresses: { address: string; verified: boolean; bounced: boolean }[];
  vip: boolean;
  company: { name: string; vip: boolean } | null;
  locale: string | null;
  timeZone: string | null;
  since: string;
  notes: string;
  /** Records that were put into this one and can be taken out again. */
  merges: { id: string; name: string }[];
}

/** What they asked before. */
export interface PastView {
  tickets: { number: number; subject: string; status: TicketStatus; createdAt: string }[];
  /** All of them, this one left out. */
  total: number;
  solved: number;
  /** By category, the commonest first; null for those without one. */
  byCategory: { name: BothNames | null; n: number }[];
}

export type OrdersView = Pick<CustomerRecord, "orders" | "events" | "attributes">;

export async function readIdentity(ctx: Context, ticketId: string): Promise<IdentityView> {
  ctx.must("customer.read");
  const customerId = await customerOf(ctx, ticketId);
  const [[row], addresses, merges] = await Promise.all([
    ctx.db
      .select({ customer: customers, company: { name: companies.name, vip: companies.vip } })
      .from(customers)
      .leftJoin(companies, eq(companies.id, customers.companyId))
      .where(eq(customers.id, customerId)),
    ctx.db
      .select()
      .from(customerAddresses)
      .where(eq(customerAddresses.customerId, customerId))
      .orderBy(asc(customerAddresses.createdAt))
      .limit(50),
    ctx.db
      .select({ id: customerMerges.id, name: customers.name })
      .from(customerMerges)
      .innerJoin(customers, eq(customers.id, customerMerges.sourceId))
      .where(and(eq(customerMerges.targetId, customerId), isNull(customerMerges.undoneAt)))
      .orderBy(desc(customerMerges.createdAt))
      .limit(5),
  ]);
  const { customer, company } = row!;
  return {
    id: customer.id,
    name: customer.name || addresses[0]?.address || "",
    addresses: addresses.map(({ address, verifiedAt, bouncedAt }) => ({
      address,
      verified: verifiedAt !== null,
      bounced: bouncedAt !== null,
    })),
    vip: customer.vip,
    company,
    locale: customer.locale,
    timeZone: customer.timeZone,
    since: customer.createdAt.toISOString(),
    notes: customer.notes,
    merges,
  };
}

export async function readPast(ctx: Context, ticketId: string): Promise<PastView> {
  ctx.must("ticket.read");
  const customerId = await customerOf(ctx, ticketId);
  const others = and(
    eq(tickets.customerId, customerId),
    ne(tickets.id, ticketId),
    isNull(tickets.mergedIntoId),
  );
  const [newest, groups] = await Promise.all([
    ctx.db
      .select({
        number: tickets.number,
        subject: tickets.subject,
        status: tickets.status,
        createdAt: tickets.createdAt,
      })
      .from(tickets)
      .where(others)
      .orderBy(desc(tickets.lastMessageAt))
      .limit(10),
    ctx.db
      .select({ name: categories.name, status: tickets.status, n: count() })
      .from(tickets)
      .leftJoin(categories, eq(categories.id, tickets.categoryId))
      .where(others)
      .groupBy(categories.name, tickets.status),
  ]);
  const byCategory = new Map<string, PastView["byCategory"][number]>();
  for (const { name, n } of groups) {
    const known = byCategory.get(name?.en ?? "") ?? { name, n: 0 };
    byCategory.set(name?.en ?? "", { name, n: known.n + n });
  }
  const done = groups.filter(({ status }) => status === "solved" || status === "closed");
  const sum = (rows: readonly { n: number }[]) => rows.reduce((total, { n }) => total + n, 0);
  return {
    tickets: newest.map((ticket) => ({ ...ticket, createdAt: ticket.createdAt.toISOString() })),
    total: sum(groups),
    solved: sum(done),
    byCategory: [...byCategory.values()].sort((a, b) => b.n - a.n).slice(0, 5),
  };
}

export async function readOrders(ctx: Context, ticketId: string): Promise<OrdersView> {
  const record = await readCustomerRecord(ctx, await customerOf(ctx, ticketId));
  if (!record) throw notFound("customer");
  const { orders, events, attributes } = record;
  return { orders: orders.slice(0, 8), events: events.slice(0, 8), attributes };
}

/** Whose ticket it is. Throws `not_found`. */
export async function customerOf(ctx: Context, ticketId: string): Promise<string> {
  const [ticket] = await ctx.db
    .select({ customerId: tickets.customerId })
    .from(tickets)
    .where(eq(tickets.id, ticketId));
  if (!ticket) throw notFound("ticket");
  return ticket.customerId;
}
