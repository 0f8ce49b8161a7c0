import { count, eq, inArray, isNotNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { customers, ticketEvents, tickets } from "#db/schema/index.ts";
import { claimNextTicket } from "#lib/services/routing/claim-next-ticket.ts";
import { routeWaiting } from "#lib/services/sweeps/route-waiting.ts";
import { assignTicket } from "#lib/services/tickets/assign-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, anAgent, aSkill, contextOn } from "#tests/support/factories.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
let customerId: string;
beforeAll(async () => {
  desk = await createTestDatabase();
});
beforeEach(async () => {
  await desk.clear();
  home = await aDesk(desk);
  const [customer] = await desk.db.insert(customers).values({ name: "Kim" }).returning();
  customerId = customer!.id;
});
afterAll(() => desk.drop());

const start = new Date("2026-11-16T01:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** As the assistant leaves them: for people, with nobody's name on them. */
async function waiting(amount: number, changes: Partial<typeof tickets.$inferInsert> = {}) {
  return desk.db
    .insert(tickets)
    .values(
      Array.from({ length: amount }, (_, index) => ({
        subject: `Ticket ${index}`,
        channel: "email" as const,
        customerId,
        status: "open" as const,
        assistantState: "handed_off" as const,
        lastMessageAt: at(index),
        waitingSince: at(index),
        createdAt: at(index),
        updatedAt: at(index),
        ...changes,
      })),
    )
    .returning({ id: tickets.id, subject: tickets.subject });
}

const next = (agent: { actor: Awaited<ReturnType<typeof anAgent>>["actor"] }, minutes = 2_000) =>
  claimNextTicket(contextOn(desk, { actor: agent.actor, now: at(minutes) }));

test("fifty people who pull at once share a thousand tickets, each with exactly one owner", async () => {
  await waiting(1_000);
  const people = await Promise.all(
    Array.from({ length: 50 }, (_, index) => anAgent(desk, { name: `Agent ${index}`, capacity: 20 })),
  );
  const claimed = await Promise.all(
    people.map(async (agent) => {
      const mine: string[] = [];
      for (;;) {
        const claim = await next(agent);
        if (claim.kind === "none") return { agent, mine, why: claim.why };
        mine.push(claim.ticketId);
      }
    }),
  );
  const all = claimed.flatMap(({ mine }) => mine);
  expect(all).toHaveLength(1_000);
  expect(new Set(all).size).toBe(1_000);
  for (const { agent, mine, why } of claimed) {
    expect(mine).toHaveLength(20);
    expect(why).toBe("full");
    const rows = await desk.db
      .select({ id: tickets.id })
      .from(tickets)
      .where(eq(tickets.assigneeId, agent.id));
    expect(rows.map(({ id }) => id).sort()).toEqual(mine.toSorted());
  }
  const given = await desk.db
    .select({ ticketId: ticketEvents.ticketId, times: count() })
    .from(ticketEvents)
    .where(eq(ticketEvents.type, "ticket.assigned"))
    .groupBy(ticketEvents.ticketId);
  expect(given).toHaveLength(1_000);
  expect(given.every(({ times }) => times === 1)).toBe(true);
}, 240_000);

test("pulling, being given and asking twice at once never go over a capacity", async () => {
  await waiting(60);
  const people = await Promise.all([2, 3, 5].map((capacity) => anAgent(desk, { capacity })));
  await desk.db.update(tickets).set({ routeReason: null });
  await Promise.all([
    ...people.flatMap((agent) => Array.from({ length: 6 }, () => next(agent))),
    routeWaiting(contextOn(desk, { now: at(2_000) })),
    routeWaiting(contextOn(desk, { now: at(2_000) })),
  ]);
  for (const { id, capacity } of [...people, home.agent]) {
    const open = await desk.db.select().from(tickets).where(eq(tickets.assigneeId, id));
    expect(open.length).toBeLessThanOrEqual(capacity);
  }
  const owned = await desk.db.select().from(tickets).where(isNotNull(tickets.assigneeId));
  expect(owned).toHaveLength(2 + 3 + 5 + home.agent.capacity);
});

test("the urgent one comes first, then the one that waits longest", async () => {
  const [first, second, third] = await waiting(3);
  await desk.db.update(tickets).set({ priority: "urgent" }).where(eq(tickets.id, third!.id));
  const taken = [await next(home.agent), await next(home.agent), await next(home.agent)];
  expect(taken.map((claim) => claim.kind === "claimed" && claim.ticketId)).toEqual([
    third!.id,
    first!.id,
    second!.id,
  ]);
});

test.each([
  ["away", { availability: "away" as const }],
  ["full", { capacity: 0 }],
  ["nothing_fits", {}],
])("says why there is none: %s", async (why, changes) => {
  await aSkill(desk, "lang:ko");
  await waiting(2, { language: "ko" });
  expect(await next(await anAgent(desk, changes))).toEqual({ kind: "none", why });
});

test("an empty line is said to be empty", async () => {
  expect(await next(home.agent)).toEqual({ kind: "none", why: "nothing_waits" });
});

test("who gives a ticket back is not offered it again", async () => {
  const [first, second] = await waiting(2);
  await next(home.agent);
  await assignTicket(contextOn(desk, { actor: home.agent.actor, now: at(2_001) }), {
    ticketId: first!.id,
    agentId: null,
  });
  const taken = [await next(home.agent), await next(home.agent)];
  expect(taken).toEqual([
    expect.objectContaining({ kind: "claimed", ticketId: second!.id }),
    { kind: "none", why: "nothing_fits" },
  ]);
  const rows = await desk.db
    .select()
    .from(tickets)
    .where(inArray(tickets.id, [first!.id]));
  expect(rows[0]).toMatchObject({ assigneeId: null, notAgentIds: [home.agent.id] });
});
