import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messages, outbox, translations } from "#db/schema/index.ts";
import { createAssistant } from "#lib/ai/assistant.ts";
import { openModel } from "#lib/ai/model.ts";
import { createLogger } from "#lib/logger.ts";
import { readTicket } from "#lib/reads/ticket.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { askTranslation } from "#lib/services/translations/ask-translation.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, contextOn } from "#tests/support/factories.ts";
import { type ModelDouble, type Script, startModelDouble } from "#tests/support/model-double.ts";
import { smallDesk } from "#tests/support/small-desk.ts";
import { aTicket, look } from "#tests/support/tickets.ts";
import { translateText } from "#workers/handlers/translate-text.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
let double: ModelDouble;
const says =
  (translation: string): Script =>
  () => ({ kind: "valid", value: { translation } });
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
  double = await startModelDouble(says(""));
});
afterAll(async () => {
  await double.close();
  await desk.drop();
});

async function shown(ticketId: string) {
  const { ticket } = await look(desk, ticketId);
  return (await readTicket(asAgent(), ticket.number))!.translations;
}

async function work(translationId: string, script: Script | null) {
  if (script) double.plays(script);
  const settings = { provider: "openai", model: "double", baseUrl: double.baseUrl("openai"), apiKey: "test" };
  const ai = createAssistant({ knowledge: smallDesk, model: script ? openModel(settings) : null });
  const log = createLogger({ role: "worker", level: "silent" });
  const tools = { ctx: contextOn(desk), ai, log } as Parameters<typeof translateText>[1];
  await translateText({ translationId }, tools);
  const [row] = await desk.db.select().from(translations).where(eq(translations.id, translationId));
  return row!;
}

const asAgent = () => contextOn(desk, { actor: home.agent.actor });

test("a message is translated once for everybody, with its private data put back and never sent out", async () => {
  const body = "택배가 안 왔어요. 제 번호는 010-1234-5678이에요.";
  const { ticketId, messageId } = await aTicket(desk, { to: home.mailbox.address, body });
  const asked = { of: "message", messageId, to: "en" } as const;
  const { translationId } = await askTranslation(asAgent(), asked);
  expect(await askTranslation(asAgent(), asked)).toEqual({ translationId });
  expect((await desk.db.select().from(outbox)).filter(({ job }) => job === "text.translate")).toHaveLength(1);

  const row = await work(translationId, says("The parcel has not come. My number is [PHONE_1]."));
  expect(row).toMatchObject({
    state: "done",
    model: "openai:double",
    promptVersion: "translate-1",
    outcome: "ok",
  });
  expect(row.translated).toBe("The parcel has not come. My number is 010-1234-5678.");
  expect(double.requests.map(({ text }) => text).join()).not.toContain("1234-5678");
  expect(await shown(ticketId)).toMatchObject([{ messageId, to: "en", original: body }]);
  const [message] = await desk.db.select().from(messages).where(eq(messages.id, messageId));
  expect(message?.body).toBe(body);
});

test("a reply goes out in the customer's language and keeps what its writer wrote", async () => {
  const { ticketId } = await aTicket(desk, { to: home.mailbox.address, body: "택배가 안 왔어요." });
  const text = "It comes tomorrow.";
  const { translationId } = await askTranslation(asAgent(), { of: "reply", ticketId, text, to: "ko" });
  await work(translationId, says("내일 도착해요."));
  const reply = { ticketId, body: "내일 도착해요.", translationId };
  const { messageId } = await replyToTicket(asAgent(), reply);

  const { outbound } = await look(desk, ticketId);
  expect(outbound.at(-1)?.body).toContain("내일 도착해요.");
  expect(await shown(ticketId)).toMatchObject([{ messageId, original: text, mine: true }]);
  const other = await aTicket(desk, { to: home.mailbox.address });
  await expect(replyToTicket(asAgent(), { ...reply, ticketId: other.ticketId })).rejects.toMatchObject({
    kind: "conflict",
  });
});

test.each<[string, Script | null]>([
  ["no model", null],
  ["a model that loses what was left out", says("My number is 010-9999-9999.")],
  ["a model that fails", () => ({ kind: "status", status: 500 })],
])("with %s nothing is shown as a translation, and it can be asked for again", async (_, script) => {
  const body = "My number is 010-1234-5678.";
  const { messageId } = await aTicket(desk, { to: home.mailbox.address, body });
  const asked = { of: "message", messageId, to: "ko" } as const;
  const { translationId } = await askTranslation(asAgent(), asked);
  expect(await work(translationId, script)).toMatchObject({ state: "failed", translated: null });
  await askTranslation(asAgent(), asked);
  expect((await work(translationId, says("제 번호는 [PHONE_1]이에요."))).state).toBe("done");
});
