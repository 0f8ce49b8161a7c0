import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { smallDesk } from "#tests/support/small-desk.ts";
import { createAssistant } from "../assistant.ts";
import { ArticleRetriever } from "./article-retriever.ts";
import { EmbeddedChatModel } from "./embedded-chat-model.ts";
import { createAnswerFinder } from "./find-answer.ts";
import { HashedEmbeddings } from "./hashed-embeddings.ts";

// LangChain itself takes seconds to load on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const chat = new EmbeddedChatModel(createAssistant({ knowledge: smallDesk }));

test("the built-in chat model answers with an article's own sentences", async () => {
  const answer = await chat.invoke([
    new SystemMessage("ignored"),
    new HumanMessage("I forgot my password, what can I do?"),
  ]);
  expect(answer.text).toContain("The link in our e-mail works for 45 minutes.");
});

test("it gives structured output by the schema's fields", async () => {
  const schema = z.object({
    language: z.string(),
    category: z.object({ id: z.string().nullable() }),
    answerable: z.boolean(),
  });
  const answer = await chat.withStructuredOutput(schema).invoke("택배가 어디쯤 왔나요?");
  expect(answer).toEqual({ language: "ko", category: { id: "c-delivery" }, answerable: true });
});

test("the retriever finds articles in its language", async () => {
  const retriever = new ArticleRetriever(createAnswerFinder(smallDesk), "ko");
  const [first] = await retriever.invoke("비밀번호를 잊어버렸어요");
  expect(first?.id).toBe("a-login-ko");
});

test("embeddings have length 1 and put like texts near each other", async () => {
  const [a, b, c] = await new HashedEmbeddings().embedDocuments([
    "where is my parcel",
    "where is the parcel",
    "비밀번호 재설정",
  ]);
  const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  expect(dot(a!, a!)).toBeCloseTo(1);
  expect(dot(a!, b!)).toBeGreaterThan(dot(a!, c!) + 0.2);
});
