import { z } from "zod";
import type { KnownArticle } from "../knowledge.ts";
import type { Question } from "../model.ts";
import { aboutUntrusted, untrustedBlock } from "./untrusted-block.ts";

export const draftPromptVersion = "draft-1";

export type DraftAnswer = { answerable: boolean; sentences: { text: string; source: string }[] };

/** `articles` are offered as A1, A2, A3; every sentence of the answer names one. */
export function draftQuestion(
  text: string,
  language: string,
  angry: boolean,
  articles: readonly KnownArticle[],
): Question<DraftAnswer> {
  const schema = z.object({
    answerable: z.boolean(),
    sentences: z.array(z.object({ text: z.string().min(1).max(600), source: z.string().max(8) })).max(12),
  });
  const system = [
    `You answer a customer's question from help articles, in ${language === "ko" ? "Korean (해요체, polite)" : "English"}.`,
    aboutUntrusted,
    "Say only what the articles say. Every sentence names the article it comes from (A1, A2 or A3). Numbers, times, sums, links and names of buttons are copied exactly.",
    "No greeting, no apology, no promise, no closing line: those are added. Nothing about refunds, discounts or exceptions that an article does not say.",
    "answerable is false when the articles do not answer the question; then sentences is empty.",
    ...(angry ? ["The customer is upset: short, calm sentences."] : []),
  ].join("\n");
  const offered = articles.map((article, i) =>
    untrustedBlock(`article-A${i + 1}`, `${article.title}\n${article.body}`),
  );
  return {
    system,
    user: [...offered, untrustedBlock("ticket", text)].join("\n\n"),
    name: "write_answer",
    schema,
  };
}
