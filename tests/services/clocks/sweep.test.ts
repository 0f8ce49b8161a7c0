import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { notices, outbox, slaClocks, webhookDeliveries } from "#db/schema/index.ts";
import type { ClockRule } from "#lib/domain/sla/actions.ts";
import { handToPeople } from "#lib/services/assistant/hand-to-people.ts";
import { claimOutboundEmail, markEmailFailed, markEmailSent } from "#lib/services/mail/outbound-states.ts";
import { sweepClocks } from "#lib/services/sweeps/sweep-clocks.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { createWebhook } from "#lib/services/webhooks/save-webhook.ts";
import { aPolicy } from "#tests/support/clocks.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, anAgent, contextOn, short } from "#tests/support/factories.ts";
import { aTicket, deliver, look } from "#tests/support/tickets.ts";

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
const sweep = (minutes: number) => sweepClocks(contextOn(desk, { now: at(minutes) }));
const arrives = async () => (await aTicket(desk, { to: home.mailbox.address }, { now: start })).ticketId;
const typesOf = async (ticketId: string) => (await look(desk, ticketId)).events.map((event) => event.type);
const count = (types: string[], type: string) => types.filter((one) => one === type).length;

test("warns and tells of a breach once each, however many sweeps run at once", async () => {
  await aPolicy(desk, { minutes: 60 });
  const ticketId = await arrives();
  await Promise.all([sweep(50), sweep(50), sweep(50)]);
  await Promise.all([sweep(61), sweep(61), sweep(62)]);
  const types = await typesOf(ticketId);
  expect(count(types, "clock.warned")).toBe(1);
  expect(count(types, "clock.breached")).toBe(1);
});

test("after hours of downtime it tells the true times and sends no late warning", async () => {
  await aPolicy(desk, { minutes: 60 });
  const ticketId = await arrives();
  await sweep(300);
  const { events, clocks } = await look(desk, ticketId);
  expect(events.filter((event) => event.type === "clock.warned")).toEqual([]);
  const told = events.find((event) => event.type === "clock.breached")!;
  expect(told).toMatchObject({ at: at(300), data: { clock: "first_reply", dueAt: at(60).toISOString() } });
  expect(clocks.find((clock) => clock.kind === "first_reply")).toMatchObject({
    breachedAt: at(60),
    breachNotifiedAt: at(300),
  });
});

test("touches nothing that is not due", async () => {
  await aPolicy(desk, { minutes: 60 });
  await arrives();
  expect(await sweep(10)).toBe(0);
  expect(await sweep(50)).toBe(1);
  expect(await sweep(51)).toBe(0);
});

const everything = (webhookId: string): ClockRule[] => [
  { when: "warning", clocks: [], act: { kind: "notify", who: "assignee" } },
  { when: "breach", clocks: ["first_reply"], act: { kind: "notify", who: "managers" } },
  { when: "breach", clocks: ["first_reply"], act: { kind: "raise_priority", to: "urgent" } },
  { when: "breach", clocks: ["first_reply"], act: { kind: "tag", tag: "late" } },
  { when: "breach", clocks: ["first_reply"], act: { kind: "reassign" } },
  { when: "breach", clocks: ["first_reply"], act: { kind: "webhook", webhookId } },
];

test("does at warning and breach what the policy says, each at most once", async () => {
  const hook = await createWebhook(contextOn(desk), { name: "CRM", url: "https://hooks.example/late" });
  await aPolicy(desk, { minutes: 60, actions: everything(hook.id) });
  const manager = await anAgent(desk, { role: "manager", name: "Boss", availability: "offline" });
  const made = await aTicket(desk, { to: home.mailbox.address }, { now: start });
  await handToPeople(contextOn(desk, { now: start }), { ...made, reason: "tool_failure" });
  const other = await anAgent(desk, { name: "Other" });
  await sweep(50);
  await sweep(61);
  await Promise.all([sweep(62), sweep(63)]);
  // The deadline moves and is missed again: what was done is not done a second time.
  await changeTicket(contextOn(desk, { now: at(64), actor: other.actor }), {
    ticketId: made.ticketId,
    priority: "low",
  });
  await sweep(65);

  const { ticket, events } = await look(desk, made.ticketId);
  expect(ticket.tags).toEqual(["late"]);
  expect(ticket.assigneeId).toBe(other.id);
  const acted = events.filter((event) => event.type === "clock.acted").map(({ data }) => data);
  expect(acted).toEqual([
    { clock: "first_reply", cycle: 1, when: "warning", did: ["notify"] },
    {
      clock: "first_reply",
      cycle: 1,
      when: "breach",
      did: ["notify_managers", "raise_priority", "tag", "reassign", "webhook"],
    },
  ]);
  const told = await desk.db.select().from(notices).where(eq(notices.ticketId, made.ticketId));
  const ofClocks = told.filter(({ kind }) => kind.startsWith("clock_"));
  expect(ofClocks.map(({ agentId, kind }) => [agentId, kind])).toEqual([
    [home.agent.id, "clock_warning"],
    [manager.id, "clock_breach"],
  ]);
  const [call] = await desk.db.select().from(webhookDeliveries);
  expect(call).toMatchObject({ url: "https://hooks.example/late", event: "clock.breached", state: "queued" });
  const jobs = await desk.db.select().from(outbox).where(eq(outbox.job, "webhook.deliver"));
  expect(jobs.map(({ payload }) => payload)).toEqual([{ deliveryId: call!.id }]);
});

test("spam that was none goes on waiting from where it began", async () => {
  await aPolicy(desk, { minutes: 60 });
  const ticketId = await arrives();
  const change = (isSpam: boolean, minutes: number) =>
    changeTicket(contextOn(desk, { now: at(minutes), actor: home.agent.actor }), { ticketId, isSpam });
  await change(true, 5);
  expect((await look(desk, ticketId)).clocks.map(({ state }) => state)).toEqual([
    "cancelled",
    "cancelled",
    "cancelled",
  ]);
  await change(false, 20);
  expect((await look(desk, ticketId)).clocks.find(({ kind }) => kind === "first_reply")).toMatchObject({
    state: "running",
    dueAt: at(60),
  });
});

test("a reply that failed never ended the clock; sent again, it ends it then", async () => {
  await aPolicy(desk, { minutes: 60 });
  const ticketId = await arrives();
  await replyToTicket(contextOn(desk, { now: at(10), actor: home.agent.actor }), {
    ticketId,
    body: "Soon.",
    status: "open",
  });
  const { outbound } = await look(desk, ticketId);
  const id = { outboundEmailId: outbound[0]!.id };
  await claimOutboundEmail(contextOn(desk, { now: at(11) }), id.outboundEmailId);
  await markEmailFailed(contextOn(desk, { now: at(12) }), { ...id, error: "550 no" });
  const firstReply = async () =>
    (await look(desk, ticketId)).clocks.find(({ kind }) => kind === "first_reply")!;
  expect(await firstReply()).toMatchObject({ state: "running", metAt: null });
  await desk.sql`update outbound_emails set state = 'queued', send_at = ${at(20)} where id = ${id.outboundEmailId}`;
  await claimOutboundEmail(contextOn(desk, { now: at(30) }), id.outboundEmailId);
  await markEmailSent(contextOn(desk, { now: at(30) }), { ...id, response: "250 ok" });
  expect(await firstReply()).toMatchObject({ state: "met", metAt: at(30) });
});

test("a stranger's words start no clock", async () => {
  await aPolicy(desk, { minutes: 60 });
  const from = `alice-${short()}@customer.example`;
  const { ticketId } = await aTicket(desk, { from, to: home.mailbox.address }, { now: start });
  await replyToTicket(contextOn(desk, { now: at(10), actor: home.agent.actor }), {
    ticketId,
    body: "Which?",
    status: "open",
  });
  const { outbound } = await look(desk, ticketId);
  const stranger = aMail({
    to: outbound[0]!.replyTo,
    from: "mallory@elsewhere.example",
    headers: [`In-Reply-To: <${outbound[0]!.messageId}>`],
  });
  await deliver(desk, stranger, { to: [outbound[0]!.replyTo], now: at(20) });
  const rows = await desk.db
    .select({ kind: slaClocks.kind })
    .from(slaClocks)
    .where(eq(slaClocks.ticketId, ticketId));
  expect(rows.map(({ kind }) => kind)).not.toContain("next_reply");
});
