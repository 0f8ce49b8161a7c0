import { and, inArray, ne, sql } from "drizzle-orm";
import { customerEvents, customerOrders } from "#db/schema/index.ts";
import { conflict } from "../errors.ts";
import type { Transaction } from "../transact.ts";
import { type CustomerChanges, eventName } from "./customer-input.ts";

type Orders = NonNullable<CustomerChanges["orders"]>;
type Events = NonNullable<CustomerChanges["events"]>;

/** Adds orders and brings known ones up to date. An order of another customer is refused. Returns how many changed. */
export async function keepOrders(
  { tx, ctx }: Transaction,
  customerId: string,
  orders: Orders,
): Promise<number> {
  if (orders.length === 0) return 0;
  const rows = orders
    .map(({ externalId, placedAt, expectedAt, deliveredAt, currency, totalMinor, tracking, ...order }) => ({
      ...order,
      customerId,
      externalId: externalId ?? order.number,
      placedAt: new Date(placedAt),
      expectedAt: expectedAt ? new Date(expectedAt) : null,
      deliveredAt: deliveredAt ? new Date(deliveredAt) : null,
      currency: currency ?? null,
      totalMinor: totalMinor ?? null,
      tracking: tracking ?? null,
      updatedAt: ctx.now,
      createdAt: ctx.now,
    }))
    .sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
  const told = Object.fromEntries(toldColumns.map((name) => [name, excluded(name)]));
  const written = await tx
    .insert(customerOrders)
    .values(rows)
    .onConflictDoUpdate({
      target: customerOrders.externalId,
      set: { ...told, updatedAt: ctx.now },
      setWhere: sql`${customerOrders.customerId} = excluded.customer_id and (${sql.join(
        toldColumns.map((name) => sql`${customerOrders[name]} is distinct from ${excluded(name)}`),
        sql` or `,
      )})`,
    })
    .returning({ id: customerOrders.id });
  await refuseForeign(tx, customerId, rows);
  return written.length;
}

const toldColumns = [
  "number",
  "status",
  "placedAt",
  "expectedAt",
  "deliveredAt",
  "currency",
  "totalMinor",
  "items",
  "tracking",
] as const;
const excluded = (name: (typeof toldColumns)[number]) =>
  sql`excluded.${sql.identifier(customerOrders[name].name)}`;

async function refuseForeign(tx: Transaction["tx"], customerId: string, rows: { externalId: string }[]) {
  const names = rows.map(({ externalId }) => externalId);
  const [foreign] = await tx
    .select({ id: customerOrders.id })
    .from(customerOrders)
    .where(and(inArray(customerOrders.externalId, names), ne(customerOrders.customerId, customerId)))
    .limit(1);
  if (foreign) throw conflict("One of these orders belongs to another customer.");
}

/** Appends what is new. Returns how many that were. */
export async function keepEvents(
  { tx, ctx }: Transaction,
  customerId: string,
  events: Events,
): Promise<number> {
  if (events.length === 0) return 0;
  const written = await tx
    .insert(customerEvents)
    .values(
      events.map((event) => ({
        customerId,
        externalId: eventName(event),
        kind: event.kind,
        at: new Date(event.at),
        data: event.data,
        createdAt: ctx.now,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: customerEvents.id });
  return written.length;
}
