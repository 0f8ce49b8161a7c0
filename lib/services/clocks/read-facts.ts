import { and, asc, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { ticketEvents } from "#db/schema/index.ts";
import type { ClockFact } from "#lib/domain/sla/facts.ts";
import { calendarRefs, clockEvents, type EventRow, factsOfEvents, policyRefs } from "./facts-of-events.ts";
import { readSlaVersions } from "./sla-versions.ts";

const { ticketId, type, actorKind, at, data, seq } = ticketEvents;
const clockEventsOf = prepared("clock_events", (db) =>
  db
    .select({ ticketId, type, actorKind, at, data })
    .from(ticketEvents)
    .where(
      and(sql`${ticketId} = any(${sql.placeholder("ticketIds")}::uuid[])`, inArray(type, [...clockEvents])),
    )
    .orderBy(asc(ticketId), asc(seq)),
);

/** What happened on each ticket, as its clocks understand it, with the terms as they stood then. */
export async function readFacts(db: Db, ticketIds: readonly string[]): Promise<Map<string, ClockFact[]>> {
  if (ticketIds.length === 0) return new Map();
  const rows: EventRow[] = await clockEventsOf(db).execute({ ticketIds: [...ticketIds] });
  const { policies } = await readSlaVersions(db, { policies: policyRefs(rows), calendars: [] });
  const versions = await readSlaVersions(db, { policies: [], calendars: calendarRefs(rows, policies) });
  const byTicket = Map.groupBy(rows, (row) => row.ticketId);
  return new Map(ticketIds.map((id) => [id, factsOfEvents(byTicket.get(id) ?? [], versions)]));
}
