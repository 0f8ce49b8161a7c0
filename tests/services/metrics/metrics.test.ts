import { afterAll, beforeEach, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import { customers, messages, slaClocks, ticketEvents, tickets } from "#db/schema/index.ts";
import { assistantOutcomes, outcomeStages } from "#lib/metrics/assistant-outcomes.ts";
import { attainmentByDay } from "#lib/metrics/attainment-by-day.ts";
import { backlogByQueue } from "#lib/metrics/backlog-by-queue.ts";
import { breachedTickets } from "#lib/metrics/breached-tickets.ts";
import { categoryPrecision } from "#lib/metrics/category-precision.ts";
import { countTickets, listTickets } from "#lib/metrics/count-tickets.ts";
import { firstReplyByAssistant, firstReplyByPerson } from "#lib/metrics/first-reply.ts";
import { handedOffBecause, handOffReasons } from "#lib/metrics/hand-off-reasons.ts";
import { before, type MetricScope } from "#lib/metrics/metric-scope.ts";
import { openTickets } from "#lib/metrics/open-tickets.ts";
import { queueLoad } from "#lib/metrics/queue-load.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { aCategory, aDesk, contextOn, join } from "#tests/support/factories.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());
beforeEach(() => desk.clear());

const now = new Date("2026-11-20T12:00:00Z");
const hours = (ago: number) => new Date(now.getTime() - ago * 3_600_000);
const week: MetricScope = { from: hours(7 * 24), to: now, now };
const ctx = contextOn(desk, { now });

let customerId: string;
beforeEach(async () => {
  customerId = newId();
  await desk.db.insert(customers).values({ id: customerId });
});

async function aTicket(createdAgo: number, values: Partial<typeof tickets.$inferInsert> = {}) {
  const createdAt = hours(createdAgo);
  const [ticket] = await desk.db
    .insert(tickets)
    .values({
      subject: `made ${createdAgo} hours ago`,
      channel: "email",
      customerId,
      createdAt,
      lastMessageAt: createdAt,
      updatedAt: createdAt,
      ...values,
    })
    .returning();
  return ticket!;
}

const anEvent = (ticketId: string, type: string, ago: number, data: Record<string, unknown> = {}) =>
  desk.db.insert(ticketEvents).values({ ticketId, type, actorKind: "system", at: hours(ago), data });

const aClock = (ticketId: string, values: Partial<typeof slaClocks.$inferInsert>) =>
  desk.db.insert(slaClocks).values({
    ticketId,
    kind: "first_reply",
    cycle: 1,
    priority: "normal",
    state: "running",
    startedAt: hours(100),
    ...values,
  });

test("open counts what is unsolved at the end, out of what was unsolved at some time; spam and merged never", async () => {
  const open = await aTicket(10);
  await aTicket(300);
  await aTicket(20, { solvedAt: hours(1), status: "solved" });
  await aTicket(400, { solvedAt: hours(200), status: "closed" });
  await aTicket(5, { isSpam: true });
  await aTicket(5, { mergedIntoId: open.id });
  expect(await countTickets(ctx, week, openTickets)).toEqual({ value: 2, of: 3 });
  expect(await countTickets(ctx, before(week), openTickets)).toEqual({ value: 1, of: 2 });
});

test("the list behind a figure holds the very tickets it counts", async () => {
  const open = await aTicket(10);
  await aTicket(20, { solvedAt: hours(1), status: "solved" });
  expect((await listTickets(ctx, week, openTickets)).map(({ number }) => number)).toEqual([open.number]);
});

test("breached counts tickets whose deadline passed unmet in the stretch", async () => {
  await aClock((await aTicket(50)).id, { dueAt: hours(40), breachedAt: hours(40), state: "breached" });
  await aClock((await aTicket(50)).id, { dueAt: hours(40), metAt: hours(41), state: "met" });
  await aClock((await aTicket(400)).id, { dueAt: hours(300), breachedAt: hours(300), state: "breached" });
  expect(await countTickets(ctx, week, breachedTickets)).toEqual({ value: 1, of: 2 });
});

test("first reply by a person and by the assistant are two figures", async () => {
  await aTicket(10, { firstPersonReplyAt: hours(9) });
  await aTicket(10, { firstPersonReplyAt: hours(7), firstAssistantReplyAt: hours(9.5) });
  await aTicket(10);
  expect(await firstReplyByPerson(ctx, week)).toMatchObject({ value: 2, of: 3, median: 120 });
  expect(await firstReplyByAssistant(ctx, week)).toMatchObject({ value: 1, of: 3, median: 30, p90: 30 });
  expect(await firstReplyByPerson(ctx, before(week))).toEqual({ value: 0, of: 0, median: null, p90: null });
});

test("each stage of the assistant's outcomes has its own denominator", async () => {
  const answered = (ago: number, more: Partial<typeof tickets.$inferInsert> = {}) =>
    aTicket(ago, { firstAssistantReplyAt: hours(ago), solvedAt: hours(ago), status: "solved", ...more });
  const confirmed = await answered(20);
  await anEvent(confirmed.id, "customer.confirmed", 19, { helped: true });
  const silent = await answered(100, { status: "closed" });
  await anEvent(silent.id, "ticket.status_changed", 28, { why: "silence" });
  const back = await answered(30, { status: "open", solvedAt: null });
  await anEvent(back.id, "message.received", 25, { auto: null });
  await anEvent(back.id, "assistant.handed_off", 24, { reason: "customer_reopened" });
  const outOfOffice = await answered(30);
  await anEvent(outOfOffice.id, "message.received", 25, { auto: "vacation" });
  await aTicket(5);

  const figures = await Promise.all(
    outcomeStages.map(async (stage) => [stage, await countTickets(ctx, week, assistantOutcomes[stage])]),
  );
  expect(Object.fromEntries(figures)).toEqual({
    answered: { value: 4, of: 5 },
    closed: { value: 3, of: 4 },
    confirmed: { value: 1, of: 4 },
    assumed: { value: 1, of: 4 },
    durable: { value: 0, of: 0 },
    reopened: { value: 1, of: 4 },
    handedOff: { value: 1, of: 4 },
  });
});

test("durable means no return and no new ticket about it for seven days", async () => {
  const month: MetricScope = { from: hours(30 * 24), to: now, now };
  const category = await aCategory(desk);
  const old = { status: "closed" as const, solvedAt: hours(240), categoryId: category.id };
  await aTicket(240, { ...old, firstAssistantReplyAt: hours(240), categoryId: null });
  await aTicket(241, { ...old, firstAssistantReplyAt: hours(241) });
  await aTicket(200, { categoryId: category.id });
  const reopened = await aTicket(240, {
    ...old,
    firstAssistantReplyAt: hours(240),
    categoryId: null,
    customerId,
  });
  await anEvent(reopened.id, "message.received", 239);
  expect(await countTickets(ctx, month, assistantOutcomes.durable)).toEqual({ value: 1, of: 3 });
});

test("a ticket handed over twice for one reason counts once", async () => {
  const ticket = await aTicket(10);
  await anEvent(ticket.id, "assistant.handed_off", 9, { reason: "angry" });
  await anEvent(ticket.id, "assistant.handed_off", 8, { reason: "angry" });
  await anEvent((await aTicket(10)).id, "assistant.handed_off", 8, { reason: "urgent" });
  expect(await handOffReasons(ctx, week)).toEqual([
    { reason: "angry", tickets: 1 },
    { reason: "urgent", tickets: 1 },
  ]);
  expect(await countTickets(ctx, week, handedOffBecause("angry"))).toEqual({ value: 1, of: 2 });
});

test("attainment is by the reader's day, and late is missed", async () => {
  const due = new Date("2026-11-18T16:00:00Z");
  await aClock((await aTicket(80)).id, { dueAt: due, metAt: hours(60), state: "met" });
  await aClock((await aTicket(80)).id, { dueAt: due, metAt: hours(20), breachedAt: due, state: "met" });
  await aClock((await aTicket(80)).id, { dueAt: due, cancelledAt: hours(50), state: "cancelled" });
  expect(await attainmentByDay(ctx, week, "Asia/Seoul")).toEqual([{ day: "2026-11-19", met: 1, due: 2 }]);
  expect(await attainmentByDay(ctx, week, "UTC")).toEqual([{ day: "2026-11-18", met: 1, due: 2 }]);
});

test("backlog and load follow queues and people who are there", async () => {
  const { queue, agent } = await aDesk(desk);
  await join(desk, queue.id, agent.id);
  await aTicket(1, { queueId: queue.id, assigneeId: agent.id });
  await aTicket(30, { queueId: queue.id });
  await aTicket(100, { queueId: queue.id, status: "solved", solvedAt: hours(1) });
  await aTicket(100);
  expect(await backlogByQueue(ctx, week)).toMatchObject([
    { key: queue.key, total: 2, under4h: 1, under1d: 0, under3d: 1, older: 0 },
    { key: null, total: 1, older: 1 },
  ]);
  expect(await queueLoad(ctx)).toMatchObject([
    { waiting: 2, unassigned: 1, membersOnline: 1, members: 1, capacity: 8, held: 1 },
  ]);
});

test("precision: unchanged drafts are right, changed ones wrong, and wrong wins", async () => {
  const category = await aCategory(desk);
  const ours = () => aTicket(50, { categoryId: category.id });
  await anEvent((await ours()).id, "draft.released", 40, { edited: false });
  await anEvent((await ours()).id, "draft.released", 40, { edited: true });
  const both = await ours();
  await anEvent(both.id, "draft.released", 40, { edited: false });
  await anEvent(both.id, "draft.discarded", 39);
  await ours();
  expect(await categoryPrecision(ctx, week)).toEqual([
    { categoryId: category.id, volume: 4, answerable: 0, judged: 3, right: 1, held: 0 },
  ]);
});

test("filters narrow every figure", async () => {
  await aTicket(5, { language: "ko" });
  await aTicket(5, { language: "en" });
  expect(await countTickets(ctx, { ...week, language: "ko" }, openTickets)).toEqual({ value: 1, of: 1 });
  expect(await desk.db.select().from(messages)).toEqual([]);
});
