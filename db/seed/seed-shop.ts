import { eq, inArray, sql } from "drizzle-orm";
import {
  agentSkills,
  agents,
  articles,
  articleVersions,
  calendars,
  categories,
  categorySkills,
  mailboxes,
  queueMembers,
  queueSkills,
  queues,
  settings,
  skills,
  slaPolicies,
} from "#db/schema/index.ts";
import type { Transaction } from "#lib/services/transact.ts";
import { demoArticles } from "./articles/index.ts";
import { shopAgents } from "./desk/agents.ts";
import { baseCategories, shopCategories } from "./desk/categories.ts";
import { seedLocales } from "./desk/locale.ts";
import { shopQueues, shopRules, standardRelaxations } from "./desk/queues.ts";
import { standardActions, vipTargets } from "./desk/service-levels.ts";
import { shopSkills } from "./desk/skills.ts";

type Ids = Record<string, string>;

/** The desk of Sanmaru, an outdoor shop that we made up: everything but its tickets. Needs the base. */
export async function seedShop(transaction: Transaction): Promise<void> {
  const { tx, ctx } = transaction;
  await tx
    .insert(settings)
    .values([
      {
        key: "desk",
        value: { name: { en: "Sanmaru", ko: "산마루" }, colour: "#2f6b4f" },
        updatedAt: ctx.now,
      },
      { key: "demo", value: true, updatedAt: ctx.now },
    ])
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value`, updatedAt: ctx.now } });
  await tx.update(mailboxes).set({
    name: "Sanmaru · 산마루",
    senderName: "Sanmaru 산마루",
    signature: { en: "Sanmaru customer care", ko: "산마루 고객센터 드림" },
  });

  const skillIds = await idsByKey(transaction, skills, shopSkills);
  const queueIds = await seedQueues(transaction, skillIds);
  const categoryIds = await seedCategories(transaction, queueIds, skillIds);
  const [calendar] = await tx.select({ id: calendars.id }).from(calendars).limit(1);
  await tx.insert(slaPolicies).values({
    name: "VIP",
    position: 10,
    conditions: { vip: true },
    targets: vipTargets,
    pausesOn: ["pending", "on_hold"],
    actions: standardActions,
    calendarId: calendar?.id,
  });
  await seedAgents(transaction, skillIds, queueIds, calendar?.id);
  await seedArticles(transaction, categoryIds);
}

async function seedQueues(transaction: Transaction, skillIds: Ids): Promise<Ids> {
  const { tx } = transaction;
  const rows = shopQueues.map(({ key, name }, index) => ({
    key,
    name,
    position: index + 1,
    relaxations: standardRelaxations,
  }));
  await idsByKey(transaction, queues, rows);
  const all = await tx.select({ id: queues.id, key: queues.key }).from(queues);
  const ids = Object.fromEntries(all.map(({ key, id }) => [key, id]));
  await tx
    .insert(queueSkills)
    .values(shopQueues.map(({ key, skill }) => ({ queueId: ids[key]!, skillId: skillIds[skill]! })))
    .onConflictDoNothing();
  return ids;
}

async function seedCategories(transaction: Transaction, queueIds: Ids, skillIds: Ids): Promise<Ids> {
  const { tx, ctx } = transaction;
  const rows = [...baseCategories, ...shopCategories].map((category, position) => ({
    ...category,
    position,
  }));
  const ids = await idsByKey(transaction, categories, rows);
  for (const [key, rule] of Object.entries(shopRules)) {
    const skill = shopQueues.find((queue) => queue.key === rule.queue)?.skill;
    await tx
      .update(categories)
      .set({
        queueId: queueIds[rule.queue],
        mode: rule.mode,
        threshold: 0.9,
        certifiedAt: rule.certified ? ctx.now : null,
      })
      .where(eq(categories.key, key));
    if (skill) {
      await tx
        .insert(categorySkills)
        .values({ categoryId: ids[key]!, skillId: skillIds[skill]! })
        .onConflictDoNothing();
    }
  }
  return ids;
}

async function seedAgents(
  { tx, ctx }: Transaction,
  skillIds: Ids,
  queueIds: Ids,
  calendarId: string | undefined,
): Promise<void> {
  for (const { skills: levels, queues: memberOf, ...agent } of shopAgents) {
    const [row] = await tx
      .insert(agents)
      .values({ ...agent, calendarId, availabilityChangedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: agents.id });
    if (!row) continue;
    await tx
      .insert(agentSkills)
      .values(
        Object.entries(levels).map(([key, level]) => ({ agentId: row.id, skillId: skillIds[key]!, level })),
      );
    await tx
      .insert(queueMembers)
      .values(memberOf.map((key) => ({ agentId: row.id, queueId: queueIds[key]! })));
  }
}

async function seedArticles({ tx, ctx }: Transaction, categoryIds: Ids): Promise<void> {
  const rows = Object.entries(demoArticles).flatMap(([category, list]) =>
    list.flatMap((article) =>
      seedLocales.map((lang) => ({
        slug: article.slug,
        lang,
        ...article[lang],
        categoryId: categoryIds[category],
        mayAutoAnswer: article.auto,
        publishedAt: ctx.now,
        updatedAt: ctx.now,
      })),
    ),
  );
  const written = await tx.insert(articles).values(rows).onConflictDoNothing().returning();
  if (written.length === 0) return;
  await tx
    .insert(articleVersions)
    .values(written.map(({ id, version, title, body }) => ({ articleId: id, version, title, body })));
}

/** Inserts what is missing and answers the ids of all given keys. */
async function idsByKey<Row extends { key: string; name: { en: string; ko: string } }>(
  { tx }: Transaction,
  table: typeof skills | typeof queues | typeof categories,
  rows: readonly Row[],
): Promise<Ids> {
  await tx
    .insert(table)
    .values([...rows])
    .onConflictDoNothing();
  const keys = rows.map(({ key }) => key);
  const found = await tx.select({ id: table.id, key: table.key }).from(table).where(inArray(table.key, keys));
  return Object.fromEntries(found.map(({ id, key }) => [key, id]));
}
