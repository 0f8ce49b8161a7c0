import { afterAll, expect, test } from "vitest";
import {
  customerOrders,
  inboundEmails,
  messages,
  outboundEmails,
  outbox,
  ratings,
  tickets,
} from "#db/schema/index.ts";
import { seedBase, seedDemo } from "#db/seed/index.ts";
import { createContext } from "#lib/services/context.ts";
import { createTestDatabase } from "#tests/support/database.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());

const config = { publicUrl: "http://desk.test", mailDomain: "desk.test", secret: "s".repeat(32) };
const ctx = createContext({ db: desk.db, actor: { kind: "system" }, config });

test("the demonstration is played once, through the intake, and nothing of it leaves the house", {
  timeout: 300_000,
}, async () => {
  await seedBase(ctx, { mailFrom: "help@desk.test" });
  const first = await seedDemo(ctx);
  const rows = await desk.db.select().from(tickets);
  expect(first.tickets).toBeGreaterThanOrEqual(60);
  expect(rows).toHaveLength(first.tickets);

  const ledger = await desk.db.select().from(inboundEmails);
  expect(ledger.filter(({ state }) => state !== "delivered")).toEqual([]);
  expect(await desk.db.select().from(outbox)).toEqual([]);
  const sent = await desk.db.select().from(outboundEmails);
  expect(sent.filter(({ state }) => state !== "sent")).toEqual([]);
  expect(rows.filter(({ createdAt }) => createdAt > ctx.now)).toEqual([]);

  // Most of those who are said to have rated could: their tickets were solved by then.
  expect((await desk.db.select().from(ratings)).length).toBeGreaterThanOrEqual(10);

  const owners = await desk.db.select().from(customerOrders);
  expect(owners.length).toBeGreaterThanOrEqual(12);
  expect(owners.filter(({ customerId }) => !rows.some((row) => row.customerId === customerId))).toEqual([]);

  expect((await seedDemo(ctx)).tickets).toBe(0);
  expect(await desk.db.select().from(messages)).not.toHaveLength(0);
});
