import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backtest } from "#bin/commands/backtest.ts";
import { assistantRuns, outbox, tickets } from "#db/schema/index.ts";
import { createAssistant } from "#lib/ai/assistant.ts";
import { openModel } from "#lib/ai/model.ts";
import { createLogger } from "#lib/logger.ts";
import { readKnowledge } from "#lib/reads/knowledge.ts";
import { readNextStep } from "#lib/reads/next-step.ts";
import { readThread } from "#lib/reads/thread.ts";
import { readReplay } from "#lib/reads/ticket-replay.ts";
import { applyTriage } from "#lib/services/assistant/apply-triage.ts";
import { fileDraft } from "#lib/services/assistant/file-draft.ts";
import { askReplay } from "#lib/services/replays/ask-replay.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aCategory, aDesk, anAgent, contextOn } from "#tests/support/factories.ts";
import { answering, type ModelDouble, startModelDouble } from "#tests/support/model-double.ts";
import { anArticle, aTicket, look } from "#tests/support/tickets.ts";
import { replayAssistant } from "#workers/handlers/replay-assistant.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
let category: Awaited<ReturnType<typeof aCategory>>;
let article: Awaited<ReturnType<typeof anArticle>>;
let double: ModelDouble;
const body = "I forgot my password. How do I choose a new password?";
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
  category = await aCategory(desk, { key: "sign_in", name: { en: "Sign-in & password", ko: "로그인" } });
  article = await anArticle(desk, {
    categoryId: category.id,
    title: "Choose a new password",
    body: "Open the sign-in page and press Forgot password. The link works for 45 minutes.",
    publishedAt: new Date("2026-01-01"),
  });
  const triage = {
    category: "sign_in",
    sentiment: "neutral",
    angry: false,
    angerQuotes: [],
    urgency: "normal",
  };
  const more = {
    urgencyQuotes: [],
    complexity: "simple",
    asksForPerson: false,
    neverAutomatic: [],
    summary: "",
  };
  const sentences = [{ text: "Press Forgot password on the sign-in page.", source: "A1" }];
  double = await startModelDouble(answering({ ...triage, ...more }, { answerable: true, sentences }));
});
afterAll(async () => {
  await double.close();
  await desk.drop();
});

const knowledge = () => readKnowledge(desk.db, "https://desk.example");

/** A ticket that the built-in assistant sorted and drafted for. */
async function handled() {
  const made = await aTicket(desk, { to: home.mailbox.address, subject: "Password", body });
  const ctx = contextOn(desk);
  const assistant = createAssistant({ knowledge: await knowledge() });
  const thread = (await readThread(ctx, made.ticketId))!;
  const { output: evidence, ...run } = await assistant.triage(thread);
  await applyTriage(ctx, { ...made, basedOnVersion: thread.version, evidence, run });
  const drafted = await assistant.draftReply(thread, evidence);
  const checked = await assistant.checkAnswer(drafted.output);
  await fileDraft(ctx, {
    ...made,
    basedOnVersion: thread.version,
    evidence,
    draft: { output: drafted.output, run: drafted },
    check: { output: checked.output, run: checked },
    summary: "",
  });
  return made;
}

async function replay(ticketId: string, by: "builtin" | "configured") {
  const manager = (await anAgent(desk, { role: "manager" })).actor;
  const { replayId } = await askReplay(contextOn(desk, { actor: manager }), { ticketId, by });
  const settings = { provider: "openai", model: "double", baseUrl: double.baseUrl("openai"), apiKey: "test" };
  const ai = createAssistant({ knowledge: await knowledge(), model: openModel(settings) });
  const tools = {
    ctx: contextOn(desk),
    ai,
    log: createLogger({ role: "worker", level: "silent" }),
    run: { isLast: true },
  } as Parameters<typeof replayAssistant>[1];
  await replayAssistant({ replayId }, tools);
  await replayAssistant({ replayId }, tools);
  return (await readReplay(contextOn(desk), ticketId))!;
}

test("a replay stands beside what was done, with its model, and changes nothing", async () => {
  const { ticketId } = await handled();
  const before = await look(desk, ticketId);
  const ledger = await desk.db.select().from(assistantRuns).where(eq(assistantRuns.ticketId, ticketId));

  const same = await replay(ticketId, "builtin");
  expect(same).toMatchObject({ state: "done", sameInput: true });
  expect({ ...same.after, latencyMs: 0 }).toEqual({ ...same.before, latencyMs: 0 });

  const other = await replay(ticketId, "configured");
  expect(other.before?.model).toBe("builtin");
  expect(other.after).toMatchObject({ model: "openai:double", unsupported: 0 });
  expect(other.after?.draft).toContain("Press Forgot password on the sign-in page.");
  expect(other.after?.versions).toContain("triage-1");
  expect(other.after!.costUsd).toBeGreaterThan(0);

  expect(await look(desk, ticketId)).toEqual(before);
  expect(await desk.db.select().from(assistantRuns).where(eq(assistantRuns.ticketId, ticketId))).toEqual(
    ledger,
  );
});

test("an agent may not replay", async () => {
  const { ticketId } = await aTicket(desk, { to: home.mailbox.address });
  const before = (await desk.db.select().from(outbox)).length;
  const agent = contextOn(desk, { actor: home.agent.actor });
  await expect(askReplay(agent, { ticketId, by: "builtin" })).rejects.toMatchObject({ kind: "forbidden" });
  expect(await desk.db.select().from(outbox)).toHaveLength(before);
});

test("solved tickets teach the next step and are the backtest's rows, without what came later", async () => {
  const { ticketId } = await handled();
  const source = { kind: "article" as const, id: article.id, version: 1, title: article.title, excerpt: "" };
  const agent = contextOn(desk, { actor: home.agent.actor });
  const { messageId } = await replyToTicket(agent, {
    ticketId,
    body: "Press Forgot password.",
    status: "solved",
  });
  await desk.sql`update messages set sources = ${desk.sql.json([source])} where id = ${messageId}`;
  await desk.db
    .update(tickets)
    .set({ categoryId: category.id, tags: ["password"] })
    .where(eq(tickets.id, ticketId));
  const next = await handled();
  await desk.db.update(tickets).set({ categoryId: category.id }).where(eq(tickets.id, next.ticketId));

  expect(await readNextStep(contextOn(desk), next.ticketId)).toMatchObject({
    path: ["solved"],
    tags: ["password"],
    article: { id: article.id, times: 1 },
    reply: { text: "Press Forgot password." },
  });

  const since = new Date(Date.now() - 86_400_000);
  const report = await backtest(contextOn(desk), { since, category: "sign_in" });
  expect(report).toMatchObject({ tickets: 1, right: 1, wrong: 0, precision: 1 });
  await anArticle(desk, { title: "Password", body: `${body} Ask us.`, categoryId: category.id });
  expect(await backtest(contextOn(desk), { since, category: "sign_in" })).toEqual(report);
});
