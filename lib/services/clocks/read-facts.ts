import { and, asc, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { ticketEvents } from "#db/schema/index.ts";
import type { ClockFact } from "#lib/domain/sla/facts.ts";
import { calendarRefs, clockEvents, type EventRow, factsOfEvents, policyRefs } from "./facts-of-events.ts";
import { readSlaVersions } from "./sla-versions.ts";

/** What happened on each ticket, as its clocks understand it, with the terms as they stood then. */
export async function readFacts(db: Db, ticketIds: readonly string[]): Promise<Map<string, ClockFact[]>> {
  if (ticketIds.length === 0) return new Map();
  const { ticketId, type, actorKind, at, data, seq } = ticketEvents;
  const rows: EventRow[] = await db
    .select({ ticketId, type, actorKind, at, data })
    .from(ticketEvents)
    .where(and(inArray(ticketId, [...ticketIds]), inArray(type, [...clockEvents])))
    .orderBy(asc(ticketId), asc(seq));
  const { policies } = await readSlaVersions(db, { policies: policyRefs(rows), calendars: [] });
  const versions = await readSlaVersions(db, { policies: [], calendars: calendarRefs(rows, policies) });
  const byTicket = Map.groupBy(rows, (row) => row.ticketId);
  return new Map(ticketIds.map((id) => [id, factsOfEvents(byTicket.get(id) ?? [], versions)]));
}
