import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import {
  articles,
  articleVersions,
  auditEntries,
  calendars,
  categories,
  customers,
  queues,
  slaPolicies,
  ticketEvents,
  tickets,
} from "#db/schema/index.ts";
import { readCategories, readQueues, readServiceLevels } from "#lib/reads/settings.ts";
import { createArticle, updateArticle } from "#lib/services/settings/articles.ts";
import {
  confirmSuggestedTopics,
  createCategory,
  reorderCategories,
  updateCategory,
} from "#lib/services/settings/categories.ts";
import { certifyCategory } from "#lib/services/settings/certify-category.ts";
import { createQueue, deleteQueue, reorderQueues, updateQueue } from "#lib/services/settings/queues.ts";
import {
  deleteCalendar,
  reorderPolicies,
  saveCalendar,
  savePolicy,
} from "#lib/services/settings/service-levels.ts";
import { createSkill } from "#lib/services/settings/skills.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { aCategory, aDesk, anAgent, contextOn } from "#tests/support/factories.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());
beforeEach(() => desk.clear());
const ctx = contextOn(desk, { now: new Date("2026-11-20T03:00:00Z") });
const name = { en: "Returns", ko: "반품" };

async function aTicket(values: Partial<typeof tickets.$inferInsert> = {}) {
  const [customer] = await desk.db.insert(customers).values({}).returning();
  const at = new Date("2026-11-10T00:00:00Z");
  const [ticket] = await desk.db
    .insert(tickets)
    .values({
      subject: "s",
      channel: "email",
      customerId: customer!.id,
      createdAt: at,
      lastMessageAt: at,
      updatedAt: at,
      ...values,
    })
    .returning();
  return ticket!;
}

/** What is heard on a channel while `work` runs. */
async function heard(channel: string, work: () => Promise<unknown>): Promise<number> {
  let rings = 0;
  const { unlisten } = await desk.sql.listen(channel, () => {
    rings += 1;
  });
  await work();
  await desk.sql`select 1`;
  await new Promise((done) => setImmediate(done));
  for (let i = 0; i < 50 && rings === 0; i++) await desk.sql`select pg_sleep(0.01)`;
  await unlisten();
  return rings;
}

describe("queues", () => {
  test("there is always exactly one default", async () => {
    const { queue } = await aDesk(desk);
    const { id } = await createQueue(ctx, { key: "returns", name });
    await updateQueue(ctx, { queueId: id, isDefault: true });
    const rows = await desk.db.select().from(queues);
    expect(rows.filter(({ isDefault }) => isDefault).map((row) => row.id)).toEqual([id]);
    await expect(deleteQueue(ctx, { queueId: id })).rejects.toMatchObject({ kind: "conflict" });
    await deleteQueue(ctx, { queueId: queue.id });
  });

  test("a deleted queue's tickets go to the default, and their timelines say so", async () => {
    const { queue } = await aDesk(desk);
    const { id } = await createQueue(ctx, { key: "returns", name });
    const ticket = await aTicket({ queueId: id });
    await deleteQueue(ctx, { queueId: id });
    const [moved] = await desk.db.select().from(tickets).where(eq(tickets.id, ticket.id));
    expect(moved).toMatchObject({ queueId: queue.id, version: ticket.version + 1 });
    expect(await desk.db.select().from(ticketEvents)).toMatchObject([{ type: "ticket.queue_changed" }]);
  });
});

describe("articles", () => {
  const article = { slug: "return-it", lang: "en" as const, title: "Return it", body: "In 30 days." };

  test("every version of the words stays, and a switch alone makes none", async () => {
    const { id } = await createArticle(ctx, article);
    const { version } = await updateArticle(ctx, { articleId: id, version: 1, body: "In 60 days." });
    await updateArticle(ctx, { articleId: id, version, published: true });
    const kept = await desk.db.select().from(articleVersions);
    expect(kept.map((row) => row.body).sort()).toEqual(["In 30 days.", "In 60 days."]);
    expect(await desk.db.select().from(articles)).toMatchObject([{ version: 2, publishedAt: ctx.now }]);
  });

  test("nobody overwrites words they have not read", async () => {
    const { id } = await createArticle(ctx, article);
    await updateArticle(ctx, { articleId: id, version: 1, title: "Mine" });
    const late = updateArticle(ctx, { articleId: id, version: 1, title: "Yours" });
    await expect(late).rejects.toMatchObject({ kind: "conflict" });
  });

  test("the assistants are told, once it is committed", async () => {
    expect(await heard("baton_knowledge", () => createArticle(ctx, article))).toBe(1);
    expect(await heard("baton_knowledge", () => createCategory(ctx, { key: "returns", name }))).toBe(1);
  });
});

describe("certifying", () => {
  async function confirmed(categoryId: string, count: number) {
    for (let i = 0; i < count; i++) {
      const { id: ticketId } = await aTicket({ categoryId });
      const data = { draftId: ticketId, edited: false };
      await desk.db
        .insert(ticketEvents)
        .values({ ticketId, type: "draft.released", actorKind: "agent", at: ctx.now, data });
    }
  }

  test("44 confirmations are refused, 45 are enough, whoever asks", async () => {
    const { id: categoryId } = await aCategory(desk);
    await confirmed(categoryId, 44);
    await expect(certifyCategory(ctx, { categoryId, certified: true })).rejects.toMatchObject({
      kind: "conflict",
    });
    await confirmed(categoryId, 1);
    await certifyCategory(ctx, { categoryId, certified: true });
    const [row] = await desk.db.select().from(categories);
    expect(row!.certifiedAt).toEqual(ctx.now);
    await certifyCategory(ctx, { categoryId, certified: false });
    expect((await desk.db.select().from(categories))[0]!.certifiedAt).toBeNull();
  });
});

describe("service levels", () => {
  test("a calendar that a policy counts with cannot go", async () => {
    const spans = [{ weekday: 1, start: "09:00", end: "18:00" }];
    const calendar = { name: "Seoul", timeZone: "Asia/Seoul", spans, holidays: [], always: false };
    const { id } = await saveCalendar(ctx, calendar);
    await savePolicy(ctx, {
      name: "Standard",
      conditions: {},
      targets: { normal: { first_reply: 60 } },
      pausesOn: ["pending"],
      calendarId: id,
      assistantFulfilsNextReply: false,
      warnAtPercent: 80,
      active: true,
    });
    await expect(deleteCalendar(ctx, { calendarId: id })).rejects.toMatchObject({ kind: "conflict" });
    await desk.db.delete(slaPolicies);
    await deleteCalendar(ctx, { calendarId: id });
    expect(await desk.db.select().from(calendars)).toEqual([]);
  });

  test.each([
    ["an unknown zone", { timeZone: "Mars/Olympus" }],
    ["an hour that is none", { spans: [{ weekday: 1, start: "25:00", end: "26:00" }] }],
    ["a day that is none", { holidays: [{ date: "2026-02-30", name: "x" }] }],
    ["an unknown field", { secret: true }],
  ])("%s is refused and nothing is written", async (_, wrong) => {
    const calendar = { name: "x", timeZone: "UTC", spans: [], holidays: [], always: true, ...wrong };
    await expect(saveCalendar(ctx, calendar)).rejects.toMatchObject({ kind: "invalid" });
    expect(await desk.db.select().from(calendars)).toEqual([]);
  });
});

test("what has an order stands as it was put", async () => {
  const policy = {
    conditions: {},
    targets: { normal: { first_reply: 60 } },
    pausesOn: [],
    calendarId: null,
    assistantFulfilsNextReply: false,
    warnAtPercent: null,
    active: true,
  };
  const made = { queues: [] as string[], categories: [] as string[], policies: [] as string[] };
  for (const key of ["a", "b", "c"]) {
    made.queues.push((await createQueue(ctx, { key, name })).id);
    made.categories.push((await createCategory(ctx, { key, name })).id);
    made.policies.push((await savePolicy(ctx, { ...policy, name: key })).id);
  }
  await reorderQueues(ctx, { queueIds: made.queues.toReversed() });
  await reorderCategories(ctx, { categoryIds: made.categories.toReversed() });
  await reorderPolicies(ctx, { policyIds: made.policies.toReversed() });
  const read = await Promise.all([readQueues(ctx), readCategories(ctx), readServiceLevels(ctx)]);
  expect(read[0].map(({ key }) => key)).toEqual(["c", "b", "a"]);
  expect(read[1].map(({ key }) => key)).toEqual(["c", "b", "a"]);
  expect(read[2].policies.map((line) => line.name)).toEqual(["c", "b", "a"]);
});

test("S32 an agent changes nothing of the desk", async () => {
  const { actor } = await anAgent(desk);
  const agent = contextOn(desk, { actor });
  const { id: categoryId } = await aCategory(desk);
  for (const attempt of [
    createQueue(agent, { key: "x", name }),
    createSkill(agent, { key: "topic:x", name }),
    updateCategory(agent, { categoryId, mode: "auto" }),
    certifyCategory(agent, { categoryId, certified: true }),
    createArticle(agent, { slug: "x", lang: "en", title: "x", body: "x" }),
  ]) {
    await expect(attempt).rejects.toMatchObject({ kind: "forbidden" });
  }
  expect(await desk.db.select().from(auditEntries)).toEqual([]);
});

test("S13 hostile text is kept as text, without what cannot be stored", async () => {
  const { id } = await createSkill(ctx, { key: "topic:x", name: { en: "<b>\u0000x</b>\ud800", ko: "스킬" } });
  const entries = await desk.db.select().from(auditEntries);
  expect(entries).toMatchObject([{ target: `skill:${id}`, data: { name: { en: "<b>x</b>\ufffd" } } }]);
});

test("one press confirms the standard topics that names suggest, and leaves what people said", async () => {
  const said = await createCategory(ctx, { key: "money", name: { en: "Refunds", ko: "환불" }, topics: [] });
  const open = await createCategory(ctx, { key: "parcels", name: { en: "Shipping", ko: "배송" } });
  expect(await confirmSuggestedTopics(ctx)).toEqual({ confirmed: 1 });
  expect(await confirmSuggestedTopics(ctx)).toEqual({ confirmed: 0 });
  const topics = new Map((await readCategories(ctx)).map((category) => [category.id, category.topics]));
  expect([topics.get(said.id), topics.get(open.id)]).toEqual([[], ["delivery"]]);
});
