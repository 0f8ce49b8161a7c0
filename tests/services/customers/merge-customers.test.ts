import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { customerAddresses, customers, messages, tickets } from "#db/schema/index.ts";
import { readIdentity, readOrders, readPast } from "#lib/reads/customer-blocks.ts";
import { mergeCustomers, undoCustomerMerge } from "#lib/services/customers/merge-customers.ts";
import { putCustomer } from "#lib/services/customers/put-customer.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, contextOn, short } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";

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

/** Everything that names a customer. */
const owners = () =>
  Promise.all([
    desk.db
      .select({ id: customers.id, externalId: customers.externalId, n: customers.ticketCount })
      .from(customers)
      .orderBy(asc(customers.id)),
    desk.db.select({ id: tickets.id, of: tickets.customerId }).from(tickets).orderBy(asc(tickets.id)),
    desk.db.select({ id: messages.id, of: messages.customerId }).from(messages).orderBy(asc(messages.id)),
    desk.db
      .select({ id: customerAddresses.address, of: customerAddresses.customerId })
      .from(customerAddresses)
      .orderBy(asc(customerAddresses.address)),
  ]);

async function twoRecords() {
  const [home, work] = [`kim-${short()}@home.example`, `kim-${short()}@work.example`];
  const [one, other] = [await aTicket(desk, { to, from: home }), await aTicket(desk, { to, from: work })];
  const { ticket } = await look(desk, one.ticketId);
  return { home, work, ticketId: one.ticketId, otherTicketId: other.ticketId, customerId: ticket.customerId };
}

test("two records become one with all that is theirs, and come apart again as they were", async () => {
  const { work, ticketId, otherTicketId, customerId } = await twoRecords();
  const order = { number: "A-2210", status: "shipped", placedAt: "2026-11-20T10:00:00Z" };
  await putCustomer(contextOn(desk), `shop-${short()}`, { addresses: [work], orders: [order] });
  const before = await owners();

  const { mergeId } = await mergeCustomers(mina(), { customerId, address: work, ticketId });
  const identity = await readIdentity(mina(), otherTicketId);
  expect(identity).toMatchObject({ id: customerId, merges: [{ id: mergeId }] });
  expect(identity.addresses).toHaveLength(2);
  expect((await readPast(mina(), ticketId)).total).toBe(1);
  expect((await readOrders(mina(), ticketId)).orders).toMatchObject([{ number: "A-2210" }]);

  await undoCustomerMerge(mina(), { mergeId, ticketId });
  expect(await owners()).toEqual(before);
  await expect(undoCustomerMerge(mina(), { mergeId, ticketId })).rejects.toMatchObject({ kind: "conflict" });
});

test("an address nobody has, one's own, another's ticket, and two shop records are refused", async () => {
  const { home, work, ticketId, otherTicketId, customerId } = await twoRecords();
  const before = await owners();
  const merge = (more: object) => mergeCustomers(mina(), { customerId, address: work, ticketId, ...more });
  await expect(merge({ address: "nobody@x.example" })).rejects.toMatchObject({ kind: "not_found" });
  await expect(merge({ address: home })).rejects.toMatchObject({ kind: "invalid" });
  await expect(merge({ ticketId: otherTicketId })).rejects.toMatchObject({ kind: "not_found" });
  expect(await owners()).toEqual(before);
  for (const address of [home, work])
    await putCustomer(contextOn(desk), `shop-${short()}`, { addresses: [address] });
  await expect(merge({})).rejects.toMatchObject({ kind: "conflict" });
  const [row] = await desk.db.select().from(tickets).where(eq(tickets.id, otherTicketId));
  expect(row?.customerId).not.toBe(customerId);
});
