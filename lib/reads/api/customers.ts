import { and, desc, eq, exists, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { companies, customerAddresses, customerEvents, customerOrders, customers } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import { orderColumns } from "#lib/services/customers/read-own-orders.ts";
import { notFound } from "#lib/services/errors.ts";
import { isId, olderThan, type Page, pageOf, pageQuery, positionOf } from "./page.ts";

const word = z.string().min(1).max(300);

export const CustomersQuery = z.strictObject({
  ...pageQuery,
  email: word.optional(),
  externalId: word.optional(),
  company: word.optional(),
});
export const FileQuery = z.strictObject(pageQuery);

const customerColumns = {
  id: customers.id,
  externalId: customers.externalId,
  name: customers.name,
  addresses: sql<string[]>`array(
    select address from customer_addresses where customer_id = ${customers.id} order by created_at, address)`,
  locale: customers.locale,
  timeZone: customers.timeZone,
  vip: customers.vip,
  company: companies.externalId,
  attributes: customers.attributes,
  notes: customers.notes,
  ticketCount: customers.ticketCount,
  createdAt: customers.createdAt,
};

/** Customers, newest first. */
export async function listApiCustomers(
  ctx: Context,
  query: z.output<typeof CustomersQuery>,
): Promise<Page<unknown>> {
  ctx.must("customer.read");
  const { email, externalId, company } = query;
  const hasAddress = email
    ? exists(
        ctx.db
          .select({ one: sql`1` })
          .from(customerAddresses)
          .where(
            and(
              eq(customerAddresses.customerId, customers.id),
              eq(customerAddresses.address, email.toLowerCase()),
            ),
          ),
      )
    : undefined;
  const rows = await ctx.db
    .select(customerColumns)
    .from(customers)
    .leftJoin(companies, eq(companies.id, customers.companyId))
    .where(
      and(
        hasAddress,
        externalId ? eq(customers.externalId, externalId) : undefined,
        company ? eq(companies.externalId, company) : undefined,
        after(query.cursor, customers.createdAt, customers.id),
      ),
    )
    .orderBy(desc(customers.createdAt), desc(customers.id))
    .limit(query.limit + 1);
  return pageOf(rows, query.limit, (row) => ({ at: row.createdAt, id: row.id }));
}

/** One customer by their id in the other system, or by ours. */
export async function readApiCustomer(ctx: Context, name: string) {
  const id = await customerIdOf(ctx, name);
  const [customer] = await ctx.db
    .select(customerColumns)
    .from(customers)
    .leftJoin(companies, eq(companies.id, customers.companyId))
    .where(eq(customers.id, id));
  const [orders, events] = await Promise.all([
    listApiOrders(ctx, id, { limit: 20 }),
    listApiCustomerEvents(ctx, id, { limit: 20 }),
  ]);
  return { ...customer!, orders: orders.data, events: events.data };
}

export async function customerIdOf(ctx: Context, name: string): Promise<string> {
  ctx.must("customer.read");
  const known = await ctx.db
    .select({ id: customers.id, externalId: customers.externalId })
    .from(customers)
    .where(
      isId.test(name)
        ? or(eq(customers.externalId, name), eq(customers.id, name))
        : eq(customers.externalId, name),
    )
    .limit(2);
  const found = known.find(({ externalId }) => externalId === name) ?? known[0];
  if (!found) throw notFound("customer");
  return found.id;
}

type Paging = { limit: number; cursor?: string };

export async function listApiOrders(ctx: Context, customerId: string, paging: Paging) {
  ctx.must("customer.read");
  const rows = await ctx.db
    .select({
      ...orderColumns,
      externalId: customerOrders.externalId,
      updatedAt: customerOrders.updatedAt,
    })
    .from(customerOrders)
    .where(
      and(
        eq(customerOrders.customerId, customerId),
        after(paging.cursor, customerOrders.placedAt, customerOrders.id),
      ),
    )
    .orderBy(desc(customerOrders.placedAt), desc(customerOrders.id))
    .limit(paging.limit + 1);
  return pageOf(rows, paging.limit, (row) => ({ at: row.placedAt, id: row.id }));
}

export async function listApiCustomerEvents(ctx: Context, customerId: string, paging: Paging) {
  ctx.must("customer.read");
  const rows = await ctx.db
    .select({
      id: customerEvents.id,
      externalId: customerEvents.externalId,
      kind: customerEvents.kind,
      at: customerEvents.at,
      data: customerEvents.data,
    })
    .from(customerEvents)
    .where(
      and(
        eq(customerEvents.customerId, customerId),
        after(paging.cursor, customerEvents.at, customerEvents.id),
      ),
    )
    .orderBy(desc(customerEvents.at), desc(customerEvents.id))
    .limit(paging.limit + 1);
  return pageOf(rows, paging.limit, (row) => ({ at: row.at, id: row.id }));
}

const companyColumns = {
  id: companies.id,
  externalId: companies.externalId,
  name: companies.name,
  domain: companies.domain,
  vip: companies.vip,
  createdAt: companies.createdAt,
};

/** Companies, newest first. */
export async function listApiCompanies(ctx: Context, paging: Paging): Promise<Page<unknown>> {
  ctx.must("customer.read");
  const rows = await ctx.db
    .select(companyColumns)
    .from(companies)
    .where(after(paging.cursor, companies.createdAt, companies.id))
    .orderBy(desc(companies.createdAt), desc(companies.id))
    .limit(paging.limit + 1);
  return pageOf(rows, paging.limit, (row) => ({ at: row.createdAt, id: row.id }));
}

export async function readApiCompany(ctx: Context, name: string) {
  ctx.must("customer.read");
  const rows = await ctx.db
    .select(companyColumns)
    .from(companies)
    .where(
      isId.test(name)
        ? or(eq(companies.externalId, name), eq(companies.id, name))
        : eq(companies.externalId, name),
    )
    .limit(2);
  const company = rows.find(({ externalId }) => externalId === name) ?? rows[0];
  if (!company) throw notFound("company");
  return company;
}

/** Where the page before ended. */
function after(cursor: string | undefined, at: PgColumn, id: PgColumn): SQL | undefined {
  const position = positionOf(cursor);
  return position ? olderThan(at, id, position) : undefined;
}
