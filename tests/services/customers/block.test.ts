import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outbox, tickets } from "#db/schema/index.ts";
import { blockCustomer } from "#lib/services/customers/block-customer.ts";
import { claimInboundEmail } from "#lib/services/intake/finish-inbound-email.ts";
import { receiveForm } from "#lib/services/intake/receive-form.ts";
import { recordForm } from "#lib/services/intake/record-form.ts";
import { readRaw } from "#lib/services/intake/record-inbound-email.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, contextOn, short } from "#tests/support/factories.ts";
import { aTicket, deliver, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let to: string;
let agent: Awaited<ReturnType<typeof aDesk>>["agent"];
beforeAll(async () => {
  desk = await createTestDatabase();
  const { mailbox, agent: mina } = await aDesk(desk);
  to = mailbox.address;
  agent = mina;
});
afterAll(() => desk.drop());
const mina = () => contextOn(desk, { actor: agent.actor });
const someone = () => `loud-${short()}@elsewhere.example`;

test("a blocked sender's mail is in the ledger with its reason, makes no ticket and no answer, until unblocked", async () => {
  const from = someone();
  const { ticketId } = await aTicket(desk, { to, from });
  const { ticket } = await look(desk, ticketId);
  const block = (blocked: boolean) =>
    blockCustomer(mina(), { customerId: ticket.customerId, ticketId, blocked });
  await block(true);
  await block(true);

  const ignored = await deliver(desk, aMail({ from, to }), { to: [to] });
  expect(ignored).toMatchObject({ state: "ignored", reason: "blocked_sender", ticketId: null });
  expect(ignored.sha256).toMatch(/^[0-9a-f]{64}$/);
  const theirs = eq(tickets.customerId, ticket.customerId);
  expect(await desk.db.$count(tickets, theirs)).toBe(1);
  const { events } = await look(desk, ticketId);
  expect(events.filter(({ type }) => type === "customer.blocked")).toHaveLength(1);

  const form = await recordForm(contextOn(desk), { email: from, body: "By form, then." });
  const row = await claimInboundEmail(contextOn(desk), form.id);
  const raw = await readRaw(contextOn(desk), form.id);
  expect(await receiveForm(contextOn(desk), { row: row!, raw: raw! })).toBeNull();
  expect(await desk.db.$count(tickets, theirs)).toBe(1);

  await block(false);
  expect(await deliver(desk, aMail({ from, to }), { to: [to] })).toMatchObject({ state: "delivered" });
});

test("another customer's ticket is not found when blocking", async () => {
  const [one, other] = [await aTicket(desk, { to }), await aTicket(desk, { to })];
  const { ticket } = await look(desk, one.ticketId);
  await expect(
    blockCustomer(mina(), { customerId: ticket.customerId, ticketId: other.ticketId, blocked: true }),
  ).rejects.toMatchObject({ kind: "not_found" });
});

test("spam leaves, teaches who sends it, and comes back whole", async () => {
  const from = someone();
  const first = await aTicket(desk, { to, from });
  const before = await look(desk, first.ticketId);
  await changeTicket(mina(), { ticketId: first.ticketId, isSpam: true });
  const marked = await look(desk, first.ticketId);
  expect(marked.ticket).toMatchObject({ isSpam: true, waitingSince: null, assistantState: "off" });
  expect(marked.clocks.filter(({ state }) => state === "running")).toEqual([]);

  const second = await aTicket(desk, { to, from });
  const again = await look(desk, second.ticketId);
  expect(again.ticket).toMatchObject({ isSpam: true, assistantState: "off" });
  const jobs = await desk.db.select().from(outbox).where(eq(outbox.job, "ticket.triage"));
  expect(jobs.some(({ payload }) => JSON.stringify(payload).includes(second.ticketId))).toBe(false);

  await changeTicket(mina(), { ticketId: first.ticketId, isSpam: false });
  const back = await look(desk, first.ticketId);
  expect(back.ticket.waitingSince).toEqual(before.ticket.waitingSince);
  expect(back.clocks.filter(({ state }) => state === "running").length).toBeGreaterThan(0);
  const third = await aTicket(desk, { to, from });
  expect((await look(desk, third.ticketId)).ticket.isSpam).toBe(false);
});
