import { asc } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { calendars, slaPolicies } from "#db/schema/index.ts";
import type { Calendar } from "#lib/domain/calendars/calendar.ts";
import type { SlaBook } from "#lib/domain/sla/facts.ts";

export type PolicyRow = typeof slaPolicies.$inferSelect;
export type CalendarRow = typeof calendars.$inferSelect;

/** What the desk promises today. */
export type DeskBook = {
  /** In the order in which they are tried; those put aside too. */
  policies: PolicyRow[];
  calendars: Record<string, CalendarRow>;
};

/** All policies and calendars; small tables, read in two queries. */
export async function readSlaBook(db: Db): Promise<DeskBook> {
  const policies = await db
    .select()
    .from(slaPolicies)
    .orderBy(asc(slaPolicies.position), asc(slaPolicies.createdAt), asc(slaPolicies.id));
  const rows = await db.select().from(calendars).orderBy(asc(calendars.name));
  return { policies, calendars: Object.fromEntries(rows.map((row) => [row.id, row])) };
}

/** Those that a ticket may get now. */
export function offered({ policies, calendars }: DeskBook): SlaBook {
  return {
    policies: policies.filter((policy) => policy.active),
    calendars: calendars as Record<string, Calendar>,
  };
}
