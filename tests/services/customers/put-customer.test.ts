import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { customerAddresses, customerEvents, customerOrders, customers } from "#db/schema/index.ts";
import { listApiCustomers, listApiOrders, readApiCustomer } from "#lib/reads/api/customers.ts";
import { readCustomerRecord } from "#lib/reads/customer-record.ts";
import { putCompany } from "#lib/services/customers/put-company.ts";
import { putCustomer } from "#lib/services/customers/put-customer.ts";
import { createTicket } from "#lib/services/tickets/create-ticket.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { aDesk, contextOn } from "#tests/support/factories.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());
beforeEach(() => desk.clear());
const ctx = contextOn(desk);

const order = {
  externalId: "o-4711",
  number: "4711",
  status: "shipped",
  placedAt: "2026-11-20T09:00:00+09:00",
  currency: "KRW",
  totalMinor: 89_000,
  items: [{ name: "Tent", quantity: 1 }],
  tracking: { carrier: "CJ", number: "6123", url: "https://track.example/6123" },
};
const signedUp = { kind: "signed_up", at: "2026-01-02T00:00:00Z", data: { plan: "basic" } };
const mina = { name: "Mina", addresses: ["Mina@customer.example"], orders: [order], events: [signedUp] };

test("the same customer twice, even at once, is one customer with one order and one event", async () => {
  await putCompany(ctx, "acme", { name: "Acme", vip: true });
  const told = { ...mina, company: "acme", attributes: { tier: "gold" } };
  const [first, second] = await Promise.all([putCustomer(ctx, "c-1", told), putCustomer(ctx, "c-1", told)]);
  expect(second).toEqual(first);
  expect(await desk.db.select().from(customers)).toHaveLength(1);
  expect(await desk.db.select().from(customerEvents)).toHaveLength(1);
  const [kept] = await desk.db.select().from(customerOrders);

  const later = within(new Date(Date.now() + 60_000));
  await putCustomer(later, "c-1", told);
  expect(await desk.db.select().from(customerOrders)).toEqual([kept]);
  await putCustomer(later, "c-1", { orders: [{ ...order, status: "delivered" }] });
  const record = await readCustomerRecord(ctx, first.customerId);
  expect(record?.orders).toMatchObject([{ number: "4711", status: "delivered", totalMinor: 89_000 }]);
  expect(record?.company).toEqual({ name: "Acme", vip: true });
  expect(record?.attributes).toEqual({ tier: "gold" });
  expect(await readApiCustomer(ctx, "c-1")).toMatchObject({
    company: "acme",
    addresses: ["mina@customer.example"],
  });
});

const within = (now: Date) => contextOn(desk, { now });

test("S06 nobody gets hold of another customer's address or order", async () => {
  await putCustomer(ctx, "c-1", mina);
  const refused = { kind: "conflict" };
  await expect(putCustomer(ctx, "c-2", { addresses: ["mina@customer.example"] })).rejects.toMatchObject(
    refused,
  );
  await expect(putCustomer(ctx, "c-2", { orders: [{ ...order, status: "refunded" }] })).rejects.toMatchObject(
    refused,
  );
  await putCustomer(ctx, "c-2", { addresses: ["liam@customer.example"] });
  await expect(
    putCustomer(ctx, "c-2", { name: "Mina", addresses: ["mina@customer.example"] }),
  ).rejects.toMatchObject(refused);

  expect(await desk.db.select().from(customers).where(eq(customers.name, "Mina"))).toHaveLength(1);
  const [kept] = await desk.db.select().from(customerOrders);
  expect(kept?.status).toBe("shipped");
  expect(await desk.db.select().from(customerAddresses)).toHaveLength(2);
});

test("someone who wrote before the shop told of them becomes that customer, once", async () => {
  await aDesk(desk);
  const customer = { email: "mina@customer.example", name: "Mina" };
  await createTicket(ctx, { customer, subject: "Tent", body: "Where is order 4711?" });
  const { customerId } = await putCustomer(ctx, "c-1", mina);
  const [known] = await desk.db.select().from(customers);
  expect(known).toMatchObject({ id: customerId, externalId: "c-1", ticketCount: 1 });
  await expect(putCustomer(ctx, "c-9", mina)).rejects.toMatchObject({ kind: "conflict" });
});

test.each<[string, object]>([
  ["an unknown field", { role: "admin" }],
  ["an order's unknown field", { orders: [{ ...order, customerId: "x" }] }],
  ["the same order twice", { orders: [order, order] }],
  ["a date that is none", { orders: [{ ...order, placedAt: "yesterday" }] }],
  ["a link that runs", { orders: [{ ...order, tracking: { url: "javascript:alert(1)" } }] }],
  [
    "too many orders",
    { orders: Array.from({ length: 501 }, (_, n) => ({ ...order, externalId: `o-${n}` })) },
  ],
  ["a company nobody told of", { company: "nowhere" }],
])("%s is refused and nothing is written", async (_, input) => {
  await expect(putCustomer(ctx, "c-1", { ...mina, ...input })).rejects.toMatchObject({ kind: "invalid" });
  expect(await desk.db.select().from(customers)).toEqual([]);
});

test("orders and customers come page by page, none twice and none left out", async () => {
  const orders = Array.from({ length: 7 }, (_, n) => ({ ...order, externalId: `o-${n}`, number: `${n}` }));
  const { customerId } = await putCustomer(ctx, "c-1", { orders });
  await putCustomer(ctx, "c-2", {});
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listApiOrders(ctx, customerId, { limit: 3, cursor });
    seen.push(...page.data.map(({ number }) => number));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen.sort()).toEqual(orders.map(({ number }) => number));
  expect((await listApiCustomers(ctx, { limit: 1 })).nextCursor).not.toBeNull();
  expect((await listApiCustomers(ctx, { limit: 9, externalId: "c-2" })).data).toHaveLength(1);
});
