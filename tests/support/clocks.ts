import { asc, eq, inArray } from "drizzle-orm";
import { expect } from "vitest";
import { calendars, slaClocks, slaPolicies, ticketEvents } from "#db/schema/index.ts";
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

/** Monday to Friday, nine to six in Seoul. */
export async function aCalendar(desk: TestDatabase, options: Partial<typeof calendars.$inferInsert> = {}) {
  const spans = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "18:00" }));
  const [calendar] = await desk.db
    .insert(calendars)
    .values({ name: "Seoul", timeZone: "Asia/Seoul", spans, ...options })
    .returning();
  return calendar!;
}

/** The same targets for every priority unless they are given; counted round the clock. */
export async function aPolicy(
  desk: TestDatabase,
  options: Partial<typeof slaPolicies.$inferInsert> & { minutes?: number } = {},
) {
  const { minutes = 60, ...rest } = options;
  const one = {
    first_reply: minutes,
    next_reply: minutes,
    requester_wait: minutes * 10,
    resolution: minutes * 10,
  };
  const [policy] = await desk.db
    .insert(slaPolicies)
    .values({
      name: "Standard",
      position: 10,
      targets: { low: one, normal: one, high: one, urgent: one },
      pausesOn: ["pending"],
      ...rest,
    })
    .returning();
  return policy!;
}
