import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agents, tickets } from "#db/schema/index.ts";
import { handToPeople } from "#lib/services/assistant/hand-to-people.ts";
import { setAvailability } from "#lib/services/people/set-availability.ts";
import { routeWaiting } from "#lib/services/sweeps/route-waiting.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, anAgent, contextOn } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
  await desk.db.update(agents).set({ availability: "away" });
});
afterAll(() => desk.drop());

const waitingTicket = async () => {
  const made = await aTicket(desk, { to: home.mailbox.address });
  await handToPeople(contextOn(desk), { ...made, reason: "tool_failure" });
  return made.ticketId;
};

test("a ticket nobody could take waits with its reason, and goes to the first who comes back", async () => {
  const ticketId = await waitingTicket();
  expect((await look(desk, ticketId)).ticket).toMatchObject({
    assigneeId: null,
    queueId: home.queue.id,
    routeReason: {
      agentId: null,
      reason: expect.arrayContaining([{ kind: "nobody", excluded: { away: 1 } }]),
    },
  });
  await setAvailability(contextOn(desk, { actor: home.agent.actor }), { availability: "online" });
  await routeWaiting(contextOn(desk));
  expect((await look(desk, ticketId)).ticket.assigneeId).toBe(home.agent.id);
});

test("looking again and finding nobody changes nothing", async () => {
  await desk.db.update(agents).set({ capacity: 0 });
  const ticketId = await waitingTicket();
  const before = (await look(desk, ticketId)).ticket.version;
  await routeWaiting(contextOn(desk));
  await routeWaiting(contextOn(desk));
  expect((await look(desk, ticketId)).ticket.version).toBe(before);
});

test("nobody gets more than their capacity, though tickets are given out side by side", async () => {
  await desk.db.update(tickets).set({ status: "solved" });
  await desk.db.update(agents).set({ availability: "offline" });
  const people = await Promise.all([anAgent(desk, { capacity: 2 }), anAgent(desk, { capacity: 3 })]);
  await Promise.all(Array.from({ length: 9 }, waitingTicket));
  await Promise.all([routeWaiting(contextOn(desk)), routeWaiting(contextOn(desk))]);
  for (const { id, capacity } of people) {
    const open = await desk.db.select().from(tickets).where(eq(tickets.assigneeId, id));
    expect(open).toHaveLength(capacity);
  }
});
