import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { type OrderItem, orderStatuses, type Tracking } from "../../lib/domain/customers/order.ts";
import { atMost, createdAt, id, instant, oneOf } from "./columns.ts";
import { customers } from "./people.ts";

/** Orders as the shop's own system told them. They are never changed here. */
export const customerOrders = pgTable(
  "customer_orders",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      // An order is shown and answered from only as its customer's; without the customer it is nobody's.
      .references(() => customers.id, { onDelete: "cascade" }),
    externalId: text("external_id").notNull().unique(),
    /** What the customer calls it. */
    number: text("number").notNull(),
    status: text("status", { enum: orderStatuses }).notNull(),
    placedAt: instant("placed_at").notNull(),
    expectedAt: instant("expected_at"),
    deliveredAt: instant("delivered_at"),
    /** ISO 4217; the total is in its smallest unit. */
    currency: text("currency"),
    totalMinor: bigint("total_minor", { mode: "number" }),
    items: jsonb("items").$type<OrderItem[]>().notNull().default([]),
    tracking: jsonb("tracking").$type<Tracking>(),
    updatedAt: instant("updated_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    // The customer's panel and the assistant read a customer's newest orders.
    index("customer_orders_newest").on(t.customerId, t.placedAt, t.id),
    oneOf("customer_orders_status", t.status, orderStatuses),
    atMost("customer_orders_external_id_length", t.externalId, 200),
    atMost("customer_orders_number_length", t.number, 100),
    atMost("customer_orders_currency_length", t.currency, 3),
  ],
);

/** What the customer did elsewhere: signed up, paid, called. Append-only; the same event again changes nothing. */
export const customerEvents = pgTable(
  "customer_events",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      // What happened to a customer goes with the customer.
      .references(() => customers.id, { onDelete: "cascade" }),
    externalId: text("external_id").notNull(),
    kind: text("kind").notNull(),
    at: instant("at").notNull(),
    data: jsonb("data")
      .$type<Record<string, string | number | boolean | null>>()
      .notNull()
      .default(sql`'{}'::jsonb`),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("customer_events_external_id").on(t.customerId, t.externalId),
    index("customer_events_newest").on(t.customerId, t.at, t.id),
    atMost("customer_events_external_id_length", t.externalId, 300),
    atMost("customer_events_kind_length", t.kind, 100),
  ],
);
