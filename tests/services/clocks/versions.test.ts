import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { calendars, slaPolicies } from "#db/schema/index.ts";
import { refreshClocks } from "#lib/services/clocks/refresh-clocks.ts";
import { renewPolicies } from "#lib/services/sweeps/renew-policies.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { transact } from "#lib/services/transact.ts";
import { aCalendar, aPolicy, expectClocksToFollow } from "#tests/support/clocks.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, contextOn } from "#tests/support/factories.ts";
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

const monday = new Date("2026-11-16T01:00:00Z"); // 10:00 in Seoul
const later = (minutes: number) => new Date(monday.getTime() + minutes * 60_000);
const arrives = async (now = monday) => (await aTicket(desk, { to: home.mailbox.address }, { now })).ticketId;
const firstReply = async (ticketId: string) =>
  (await look(desk, ticketId)).clocks.find((clock) => clock.kind === "first_reply")!;
const touch = (ticketId: string, now: Date) =>
  changeTicket(contextOn(desk, { now, actor: home.agent.actor }), { ticketId, tags: [now.toISOString()] });

const twoHours = { first_reply: 120 };
const longer = { low: twoHours, normal: twoHours, high: twoHours, urgent: twoHours };

test("a changed policy holds for new tickets and leaves the old ones their deadlines", async () => {
  const policy = await aPolicy(desk, { minutes: 60 });
  const old = await arrives();
  await desk.db.update(slaPolicies).set({ targets: longer }).where(eq(slaPolicies.id, policy.id));
  await touch(old, later(5));
  expect((await firstReply(old)).dueAt).toEqual(later(60));
  expect((await firstReply(await arrives(later(10)))).dueAt).toEqual(later(130));
});

test("a changed policy reaches open tickets when a manager says so, once", async () => {
  const policy = await aPolicy(desk, { minutes: 60 });
  const ticketId = await arrives();
  await desk.db.update(slaPolicies).set({ targets: longer }).where(eq(slaPolicies.id, policy.id));
  await renewPolicies(contextOn(desk, { now: later(5) }));
  await renewPolicies(contextOn(desk, { now: later(6) }));
  expect((await firstReply(ticketId)).dueAt).toEqual(later(120));
  const applied = (await look(desk, ticketId)).events.filter((event) => event.type === "policy.applied");
  expect(applied.map((event) => event.data.policyVersion)).toEqual([1, 2]);
});

test("a breach under the old terms stays one when the policy is changed and not applied", async () => {
  const policy = await aPolicy(desk, { minutes: 60 });
  const ticketId = await arrives();
  await touch(ticketId, later(70));
  await desk.db.update(slaPolicies).set({ targets: longer }).where(eq(slaPolicies.id, policy.id));
  await touch(ticketId, later(80));
  expect((await firstReply(ticketId)).breachedAt).toEqual(later(60));
});

test.each(["put aside", "deleted"])("a policy that is %s keeps the deadlines of its tickets", async (how) => {
  const policy = await aPolicy(desk, { minutes: 60 });
  const ticketId = await arrives();
  if (how === "deleted") await desk.db.delete(slaPolicies).where(eq(slaPolicies.id, policy.id));
  else await desk.db.update(slaPolicies).set({ active: false }).where(eq(slaPolicies.id, policy.id));
  await transact(contextOn(desk, { now: later(5) }), (transaction) => refreshClocks(transaction, ticketId));
  expect((await firstReply(ticketId)).dueAt).toEqual(later(60));
});

test("a calendar with a new holiday reaches open tickets only when applied, and says why", async () => {
  const calendar = await aCalendar(desk);
  await aPolicy(desk, { minutes: 600, calendarId: calendar.id });
  const ticketId = await arrives();
  const before = (await firstReply(ticketId)).dueAt;
  expect(before).toEqual(new Date("2026-11-17T02:00:00Z"));
  const holidays = [{ date: "2026-11-17", name: "Closed" }];
  await desk.db.update(calendars).set({ holidays }).where(eq(calendars.id, calendar.id));
  await touch(ticketId, later(5));
  expect((await firstReply(ticketId)).dueAt).toEqual(before);
  await renewPolicies(contextOn(desk, { now: later(10) }));
  const clock = await firstReply(ticketId);
  expect(clock.dueAt).toEqual(new Date("2026-11-18T02:00:00Z"));
  expect(clock.reasons.at(-1)).toMatchObject({ event: "apply_policy", why: "calendar" });
});

test("renaming a policy or its place in the order is no new version", async () => {
  const policy = await aPolicy(desk);
  await desk.db.update(slaPolicies).set({ name: "Other", position: 99 }).where(eq(slaPolicies.id, policy.id));
  const [after] = await desk.db.select().from(slaPolicies).where(eq(slaPolicies.id, policy.id));
  expect(after!.version).toBe(1);
});

test("every ticket's clocks follow from its events after all of that", async () => {
  await aPolicy(desk);
  for (const at of [0, 10, 20]) await arrives(later(at));
  expect(await expectClocksToFollow(desk)).toBe(3);
});
