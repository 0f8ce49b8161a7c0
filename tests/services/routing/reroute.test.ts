import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  agentSkills,
  agents,
  categories,
  categorySkills,
  notices,
  outbox,
  queues,
  settings,
  tickets,
} from "#db/schema/index.ts";
import { handToPeople } from "#lib/services/assistant/hand-to-people.ts";
import { setAvailability } from "#lib/services/people/set-availability.ts";
import { updateAgent } from "#lib/services/people/update-agent.ts";
import { rerouteAssigned, rerouteUnfit } from "#lib/services/sweeps/reroute-assigned.ts";
import { routeWaiting } from "#lib/services/sweeps/route-waiting.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aCategory, aDesk, anAgent, aSkill, contextOn, join } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
});
beforeEach(async () => {
  await desk.clear();
  home = await aDesk(desk);
});
afterAll(() => desk.drop());

const start = new Date("2026-11-16T01:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const on = (minutes: number) => contextOn(desk, { now: at(minutes) });

/** With Mina, waiting for her answer. */
async function withMina() {
  const made = await aTicket(desk, { to: home.mailbox.address }, { now: start });
  await handToPeople(on(1), { ...made, reason: "tool_failure" });
  expect((await look(desk, made.ticketId)).ticket.assigneeId).toBe(home.agent.id);
  return made.ticketId;
}
const owner = async (ticketId: string) => (await look(desk, ticketId)).ticket.assigneeId;
const goAway = (minutes: number, backAt?: Date) =>
  setAvailability(contextOn(desk, { actor: home.agent.actor, now: at(minutes) }), {
    availability: "away",
    backAt,
  });

test("what waits with somebody who went away goes to somebody who is there", async () => {
  const ticketId = await withMina();
  const other = await anAgent(desk, { name: "Other" });
  await goAway(10);
  await rerouteAssigned(on(20));
  expect(await owner(ticketId)).toBe(home.agent.id);
  await rerouteAssigned(on(26));
  expect(await owner(ticketId)).toBe(other.id);
});

test("it stays while nobody else fits, and with somebody who is back soon", async () => {
  const ticketId = await withMina();
  await goAway(10);
  await rerouteAssigned(on(60));
  expect(await owner(ticketId)).toBe(home.agent.id);
  await anAgent(desk, { name: "Other" });
  await desk.db
    .update(agents)
    .set({ backAt: at(65) })
    .where(eq(agents.id, home.agent.id));
  await rerouteAssigned(on(60));
  expect(await owner(ticketId)).toBe(home.agent.id);
});

test("a ticket that waits too long goes on, and does not come back", async () => {
  await desk.db.insert(settings).values({ key: "routing", value: { waitMinutes: 30 }, updatedAt: start });
  const ticketId = await withMina();
  const other = await anAgent(desk, { name: "Other" });
  await rerouteAssigned(on(29));
  expect(await owner(ticketId)).toBe(home.agent.id);
  await rerouteAssigned(on(31));
  expect(await owner(ticketId)).toBe(other.id);
  // Its time begins anew with the new person; then nobody is left, and it stays.
  await rerouteAssigned(on(45));
  await rerouteAssigned(on(90));
  expect(await owner(ticketId)).toBe(other.id);
});

test("a corrected skill sends what its person may not have any more to somebody who may", async () => {
  const skill = await aSkill(desk, "lang:en", { [home.agent.id]: 1 });
  await desk.db
    .insert(agentSkills)
    .values({ agentId: (await anAgent(desk, { name: "Other" })).id, skillId: skill.id });
  await desk.db.update(agents).set({ capacity: 0 }).where(eq(agents.name, "Other"));
  const made = await aTicket(desk, { to: home.mailbox.address }, { now: start });
  await desk.db.update(tickets).set({ language: "en" });
  await handToPeople(on(1), { ...made, reason: "tool_failure" });
  expect(await owner(made.ticketId)).toBe(home.agent.id);
  await desk.db.update(agents).set({ capacity: 8 });
  await updateAgent(on(5), { agentId: home.agent.id, skills: [] });
  const jobs = await desk.db.select().from(outbox).where(eq(outbox.job, "tickets.reroute"));
  expect(jobs.map(({ payload }) => payload)).toEqual([{ agentId: home.agent.id }]);
  await rerouteUnfit(on(6), home.agent.id);
  const [other] = await desk.db.select().from(agents).where(eq(agents.name, "Other"));
  expect(await owner(made.ticketId)).toBe(other!.id);
});

test("a corrected category sends the ticket on, unless its own person corrected it", async () => {
  const ticketId = await withMina();
  const manager = await anAgent(desk, { role: "manager", name: "Boss", capacity: 0 });
  const skill = await aSkill(desk, "topic:refund");
  const category = await aCategory(desk);
  await desk.db.insert(categorySkills).values({ categoryId: category.id, skillId: skill.id });
  const expert = await anAgent(desk, { name: "Expert" });
  await desk.db.insert(agentSkills).values({ agentId: expert.id, skillId: skill.id, level: 2 });
  const correct = (actor: typeof manager.actor, categoryId: string | null, minutes: number) =>
    changeTicket(contextOn(desk, { actor, now: at(minutes) }), { ticketId, categoryId });
  await correct(home.agent.actor, category.id, 5);
  expect(await owner(ticketId)).toBe(home.agent.id);
  await correct(manager.actor, null, 6);
  await correct(manager.actor, category.id, 7);
  expect(await owner(ticketId)).toBe(expert.id);
});

test("when nobody fits, needs give way in time, and a manager is told once", async () => {
  const manager = await anAgent(desk, { role: "manager", name: "Boss", capacity: 0 });
  await aSkill(desk, "topic:refund");
  await desk.db.update(queues).set({
    relaxations: [
      { afterMinutes: 10, relax: { kind: "tell_manager" } },
      { afterMinutes: 30, relax: { kind: "drop_topics" } },
    ],
  });
  const [category] = await desk.db
    .insert(categories)
    .values({ key: "refund", name: { en: "Refund", ko: "환불" } })
    .returning();
  const [skill] = await desk.db.query.skills.findMany();
  await desk.db.insert(categorySkills).values({ categoryId: category!.id, skillId: skill!.id });
  const made = await aTicket(desk, { to: home.mailbox.address }, { now: start });
  await desk.db.update(tickets).set({ categoryId: category!.id });
  await handToPeople(on(1), { ...made, reason: "tool_failure" });
  const first = await look(desk, made.ticketId);
  expect(first.ticket).toMatchObject({ assigneeId: null, routeRetryAt: at(10), managerToldAt: null });

  for (const minutes of [5, 11, 12, 20]) await routeWaiting(on(minutes));
  const told = await look(desk, made.ticketId);
  expect(told.ticket).toMatchObject({ assigneeId: null, managerToldAt: at(11), routeRetryAt: at(30) });
  expect(told.events.filter(({ type }) => type === "routing.manager_told")).toHaveLength(1);
  const rows = await desk.db.select().from(notices);
  expect(rows.map(({ agentId, kind }) => [agentId, kind])).toEqual([[manager.id, "nobody_fits"]]);

  await routeWaiting(on(31));
  const given = await look(desk, made.ticketId);
  expect(given.ticket).toMatchObject({ assigneeId: home.agent.id, managerToldAt: null });
  expect(given.ticket.routeReason).toMatchObject({
    reason: expect.arrayContaining([{ kind: "relaxed", relax: { kind: "drop_topics" }, afterMinutes: 30 }]),
  });
});

test("a queue that a person chose is not undone by the rules", async () => {
  const made = await aTicket(desk, { to: home.mailbox.address }, { now: start });
  const [special] = await desk.db
    .insert(queues)
    .values({ key: "special", name: { en: "Special", ko: "특별" }, conditions: { tags: ["never"] } })
    .returning();
  const member = await anAgent(desk, { name: "Member" });
  await join(desk, special!.id, member.id);
  await changeTicket(contextOn(desk, { actor: home.agent.actor, now: at(2) }), {
    ticketId: made.ticketId,
    queueId: special!.id,
  });
  await handToPeople(on(3), { ...made, reason: "tool_failure" });
  const { ticket } = await look(desk, made.ticketId);
  expect(ticket).toMatchObject({ queueId: special!.id, assigneeId: member.id });
  expect(ticket.routeReason).toMatchObject({
    reason: expect.arrayContaining([{ kind: "queue", queueId: special!.id, because: "by_hand" }]),
  });
});
