import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answeredQuestions } from "#db/schema/index.ts";
import { createAssistant } from "#lib/ai/assistant.ts";
import { learnFromPeople } from "#lib/ai/learn.ts";
import { readModelInUse } from "#lib/reads/assistant-models.ts";
import { readKnowledge } from "#lib/reads/knowledge.ts";
import { readLesson } from "#lib/reads/lesson.ts";
import { keepModel } from "#lib/services/assistant/keep-model.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { solveTicket } from "#lib/services/tickets/solve-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aCategory, aDesk, anAgent, contextOn } from "#tests/support/factories.ts";
import { threadOf } from "#tests/support/small-desk.ts";
import { anArticle, aTicket } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
let article: Awaited<ReturnType<typeof anArticle>>;
let other: Awaited<ReturnType<typeof anArticle>>;
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
  await aCategory(desk, { key: "device", name: { en: "Devices", ko: "기기" } });
  article = await anArticle(desk, {
    slug: "pairing",
    title: "Pairing mode",
    body: "Hold the button until the light blinks blue.",
  });
  other = await anArticle(desk, {
    slug: "warranty",
    title: "Warranty",
    body: "Two years from the day of delivery, for the device and its cable.",
  });
});
afterAll(() => desk.drop());

async function solved(body: string, answer: string) {
  const { ticketId } = await aTicket(desk, { to: home.mailbox.address, subject: "Question", body });
  const ctx = contextOn(desk, { actor: (await anAgent(desk)).actor });
  await replyToTicket(ctx, { ticketId, body: answer });
  await solveTicket(ctx, { ticketId });
  return { ctx, ticketId };
}

const taughtBy = async (ticketId: string) =>
  (await desk.db.select().from(answeredQuestions).where(eq(answeredQuestions.ticketId, ticketId)))[0];
const hoursPass = () => desk.db.update(answeredQuestions).set({ at: sql`now() - interval '2 days'` });
const know = () => readKnowledge(desk.db, "https://desk.example");
const gizmo = "My frobnicator wobbles sideways since I plugged the cable in";
const link = "Please see https://desk.example/help/articles/pairing for the steps.";

test("a solved ticket teaches which article answered it, for as long as it stays solved", async () => {
  const { ctx, ticketId } = await solved(gizmo, link);
  expect(await taughtBy(ticketId)).toMatchObject({ articleId: article.id, question: `Question\n${gizmo}` });

  await changeTicket(ctx, { ticketId, status: "open" });
  expect(await taughtBy(ticketId)).toBeUndefined();
  await solveTicket(ctx, { ticketId });
  expect(await taughtBy(ticketId)).toBeDefined();
  await changeTicket(ctx, { ticketId, isSpam: true });
  expect(await taughtBy(ticketId)).toBeUndefined();

  const unlinked = await solved(gizmo, "Hold the button.");
  expect(await taughtBy(unlinked.ticketId)).toBeUndefined();
});

test("the next customer who asks in those words is given that article", async () => {
  const asked = threadOf("the frobnicator is wobbling sideways, is it the cable");
  const answer = async () => {
    const assistant = createAssistant({ knowledge: await know() });
    const { evidence } = await assistant.triage(asked);
    return (await assistant.draftReply(asked, evidence)).draft.articleId;
  };
  expect(await answer()).toBeNull();
  const before = await know();
  await solved(gizmo, link);
  expect((await know()).version).toBe(before.version);
  await hoursPass();
  expect((await know()).version).not.toBe(before.version);
  expect(await answer()).toBe(article.id);
});

test("of what has not changed the very same objects are kept", async () => {
  const before = await know();
  const after = await readKnowledge(desk.db, "https://desk.example", before);
  expect(after.articles).toBe(before.articles);
  expect(after.examples).toBe(before.examples);
  expect(after.version).toBe(before.version);
});

test("enough answered questions teach when to answer, and the version in use keeps it", async () => {
  const ticket = await aTicket(desk, { to: home.mailbox.address });
  await desk.db.delete(answeredQuestions);
  for (let i = 0; i < 40; i++) {
    const { ticketId } = await aTicket(desk, { to: home.mailbox.address, body: `${i}` });
    await desk.db.insert(answeredQuestions).values({
      ticketId,
      language: "en",
      question:
        i % 2 ? `How long is the warranty of model ${i}?` : `Pairing mode of lamp ${i} does not start`,
      articleId: i % 2 ? other.id : article.id,
      at: sql`now() - interval '2 days'`,
    });
  }
  expect(await taughtBy(ticket.ticketId)).toBeUndefined();
  const lesson = (await readLesson(desk.db, "https://desk.example"))!;
  expect(lesson.questions).toHaveLength(40);
  const learnt = await learnFromPeople(lesson.knowledge, lesson.before, lesson.questions);
  expect(learnt.metrics.answered).toBe(40);
  await keepModel(contextOn(desk), { learntFrom: lesson.learntFrom, ...learnt });
  expect(await readLesson(desk.db, "https://desk.example")).toBeNull();

  const inUse = await readModelInUse(desk.db);
  expect(inUse?.calibrator).toMatchObject({ precision: 0.95, rows: expect.toSatisfy((rows) => rows >= 40) });
  const assistant = createAssistant({ knowledge: await know(), ...inUse });
  const sure = async (text: string) => {
    const { evidence } = await assistant.triage(threadOf(text));
    return (await assistant.draftReply(threadOf(text), evidence)).draft;
  };
  const known = await sure("How long is the warranty?");
  const unknown = await sure("Do you sell gift cards in Norway?");
  expect(known.articleId).toBe(other.id);
  expect(known.confidence).toBeGreaterThan(0.7);
  expect(unknown.confidence).toBeLessThan(known.confidence);
});
