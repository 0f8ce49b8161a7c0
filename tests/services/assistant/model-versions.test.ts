import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { assistantExamples, auditEntries } from "#db/schema/index.ts";
import { keptVersions, worthLearning } from "#lib/domain/triage/model-versions.ts";
import { readModelInUse, readModelVersions } from "#lib/reads/assistant-models.ts";
import { knowledgeVersion } from "#lib/reads/knowledge.ts";
import { readLesson } from "#lib/reads/lesson.ts";
import { chooseModel } from "#lib/services/assistant/choose-model.ts";
import { keepModel } from "#lib/services/assistant/keep-model.ts";
import { createCategory, updateCategory } from "#lib/services/settings/categories.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { anAgent, contextOn, testConfig } from "#tests/support/factories.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());
beforeEach(() => desk.clear());
const metrics = { rows: 30, heldOut: 0.9, newer: null, agrees: null, seconds: 0.1 };
const learnt = (from: string) => ({
  learntFrom: from,
  bytes: Buffer.from(`the bytes of ${from}`),
  labels: ["one", "two"],
  metrics,
});
const manager = async () => (await anAgent(desk, { role: "manager" })).actor;
const inUse = async () => (await readModelInUse(desk.db))?.classifier.toString();

describe("what the classifier has learnt", () => {
  test("the newest version sorts, the same lesson is kept once, and old ones go", async () => {
    const ctx = contextOn(desk);
    for (let i = 1; i <= keptVersions + 2; i++) await keepModel(ctx, learnt(`lesson ${i}`));
    expect(await keepModel(ctx, learnt(`lesson ${keptVersions + 2}`))).toBeNull();

    const versions = await readModelVersions(ctx);
    expect(versions.map(({ version }) => version)).toEqual([7, 6, 5, 4, 3]);
    expect(versions.filter((one) => one.inUse).map(({ version }) => version)).toEqual([7]);
    expect(await inUse()).toBe("the bytes of lesson 7");
  });

  test("a version that a person went back to stays until the newest leads again", async () => {
    const ctx = contextOn(desk);
    const chooser = contextOn(desk, { actor: await manager() });
    await keepModel(ctx, learnt("first"));
    await keepModel(ctx, learnt("second"));
    const before = await knowledgeVersion(desk.db);
    await chooseModel(chooser, { version: 1 });
    expect(await knowledgeVersion(desk.db)).not.toBe(before);
    for (let i = 0; i <= keptVersions; i++) await keepModel(ctx, learnt(`later ${i}`));
    expect(await inUse()).toBe("the bytes of first");
    expect((await readModelVersions(ctx)).at(-1)).toMatchObject({ version: 1, chosen: { by: "Mina" } });

    await chooseModel(chooser, { version: null });
    expect(await inUse()).toBe(`the bytes of later ${keptVersions}`);
    await keepModel(ctx, learnt("after"));
    expect(await inUse()).toBe("the bytes of after");
    const actions = (await desk.db.select().from(auditEntries)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["assistant.learnt", "assistant.version_chosen"]));
  });

  test("agents do not choose, and nobody chooses what is not there", async () => {
    const agent = contextOn(desk, { actor: (await anAgent(desk)).actor });
    await expect(chooseModel(agent, { version: 1 })).rejects.toMatchObject({ kind: "forbidden" });
    const chooser = contextOn(desk, { actor: await manager() });
    await expect(chooseModel(chooser, { version: 9 })).rejects.toMatchObject({ kind: "not_found" });
    await expect(chooseModel(chooser, { version: null })).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("what there is to learn", () => {
  const lesson = () => readLesson(desk.db, testConfig.publicUrl);
  const sorted = (count: number, createdAt: Date) =>
    desk.db.insert(assistantExamples).values(
      Array.from({ length: count }, (_, i) => ({
        text: `ticket ${i}`,
        categoryKey: "lessons",
        source: "correction" as const,
        createdAt,
      })),
    );

  test("learning waits for enough tickets and for people to pause, and happens once", async () => {
    const ctx = contextOn(desk);
    const { id } = await createCategory(ctx, { key: "lessons", name: { en: "Lessons", ko: "수업" } });
    const longAgo = new Date(Date.now() - 60_000);
    await sorted(worthLearning - 1, longAgo);
    expect(await lesson()).toBeNull();
    await sorted(1, longAgo);
    const first = await lesson();
    expect(first?.knowledge.examples).toHaveLength(worthLearning);
    await keepModel(ctx, { ...learnt(first!.learntFrom), metrics: { ...metrics, rows: worthLearning } });
    expect(await lesson()).toBeNull();

    await sorted(1, new Date());
    expect(await lesson()).toBeNull();
    await sorted(worthLearning, new Date());
    expect(await lesson()).toMatchObject({ before: { seen: worthLearning } });

    await updateCategory(ctx, { categoryId: id, topics: ["howto"] });
    expect((await lesson())?.learntFrom).not.toBe(first!.learntFrom);
  });
});
