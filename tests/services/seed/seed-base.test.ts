import { afterAll, beforeEach, expect, test } from "vitest";
import { agents, articles, categories, mailboxes, queues, slaPolicies } from "#db/schema/index.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import { seedShop } from "#db/seed/seed-shop.ts";
import { createContext } from "#lib/services/context.ts";
import { transact } from "#lib/services/transact.ts";
import { createTestDatabase } from "#tests/support/database.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());
beforeEach(() => desk.clear());

const config = { publicUrl: "http://desk.test", mailDomain: "desk.test", secret: "s".repeat(32) };
const ctx = createContext({ db: desk.db, actor: { kind: "system" }, config });

test("a fresh desk gets what it needs, once, also from two processes at the same time", async () => {
  const outcomes = await Promise.all([
    seedBase(ctx, { mailFrom: "Help@desk.test" }),
    seedBase(ctx, { mailFrom: "help@desk.test" }),
  ]);
  expect(outcomes.map(({ seeded }) => seeded).sort()).toEqual([false, true]);
  expect((await desk.db.select().from(mailboxes)).map(({ address }) => address)).toEqual(["help@desk.test"]);
  expect((await desk.db.select().from(queues)).map(({ isDefault }) => isDefault)).toEqual([true]);
  expect(await desk.db.select().from(slaPolicies)).toHaveLength(1);
});

test("a category that people removed does not come back", async () => {
  await seedBase(ctx, { mailFrom: "help@desk.test" });
  await desk.db.delete(categories);
  await seedBase(ctx, { mailFrom: "help@desk.test" });
  expect(await desk.db.select().from(categories)).toEqual([]);
});

test("the shop has every article in both languages, in a category and with its first version", async () => {
  await seedBase(ctx, { mailFrom: "help@desk.test" });
  await transact(ctx, seedShop);
  const rows = await desk.db.select().from(articles);
  const bySlug = Map.groupBy(rows, ({ slug }) => slug);
  expect([...bySlug.values()].filter((pair) => pair.length !== 2)).toEqual([]);
  expect(rows.filter(({ categoryId }) => !categoryId)).toEqual([]);
  expect(bySlug.size).toBeGreaterThanOrEqual(30);
});

test("nobody of the shop has a password", async () => {
  await seedBase(ctx, { mailFrom: "help@desk.test" });
  await transact(ctx, seedShop);
  const people = await desk.db.select().from(agents);
  expect(people.map(({ passwordHash }) => passwordHash)).toEqual(people.map(() => null));
});
