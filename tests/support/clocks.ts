import { asc, eq, inArray } from "drizzle-orm";
import { expect } from "vitest";
import { slaClocks, ticketEvents } from "#db/schema/index.ts";
import { computeClocks, currentClocks } from "#lib/domain/sla/clocks.ts";
import { readFacts } from "#lib/services/clocks/read-facts.ts";
import type { TestDatabase } from "./database.ts";

/**
 * The promise that clocks can be recomputed from events at any time: what is stored is what the events give now,
 * to the millisecond. A clock may only lag by what the sweep still owes it.
 */
export async function expectClocksToFollow(
  desk: TestDatabase,
  ticketIds?: readonly string[],
): Promise<number> {
  const wanted =
    ticketIds ??
    (await desk.db.selectDistinct({ id: slaClocks.ticketId }).from(slaClocks)).map((row) => row.id);
  for (const ticketId of wanted) await expectTicket(desk, ticketId);
  return wanted.length;
}

async function expectTicket(desk: TestDatabase, ticketId: string): Promise<void> {
  const stored = await desk.db
    .select()
    .from(slaClocks)
    .where(inArray(slaClocks.ticketId, [ticketId]))
    .orderBy(asc(slaClocks.kind));
  const events = await desk.db
    .select({ at: ticketEvents.at })
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId));
  const now = new Date(Math.max(Date.now(), ...events.map(({ at }) => at.getTime())));
  const facts = (await readFacts(desk.db, [ticketId])).get(ticketId)!;
  const computed = currentClocks(computeClocks(facts, { policies: [], calendars: {} }, now));
  expect(stored.map((row) => row.kind).sort(), `clocks of ${ticketId}`).toEqual(
    computed.map((clock) => clock.kind).sort(),
  );
  for (const clock of computed) {
    const {
      ticketId: _,
      warnedAt,
      breachNotifiedAt,
      nextActionAt,
      ...row
    } = stored.find((one) => one.kind === clock.kind)!;
    const owed =
      clock.state === "breached" && row.state === "running" && nextActionAt !== null && nextActionAt <= now;
    const passed = { state: clock.state, breachedAt: clock.breachedAt, reasons: clock.reasons };
    expect(plain(owed ? { ...row, ...passed } : row), `${clock.kind} of ${ticketId}`).toEqual(plain(clock));
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
