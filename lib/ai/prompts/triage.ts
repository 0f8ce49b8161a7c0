import { z } from "zod";
import type { Knowledge } from "../knowledge.ts";
import { wordings } from "../knowledge.ts";
import type { Question } from "../model.ts";
import { aboutUntrusted, untrustedBlock } from "./untrusted-block.ts";

export const triagePromptVersion = "triage-1";

const quote = z.string().max(200);

/** What a model may say about a ticket. Everything is a choice from a list or words of the ticket itself. */
export type TriageAnswer = {
  category: string;
  sentiment: "negative" | "neutral" | "positive";
  angry: boolean;
  angerQuotes: string[];
  urgency: "low" | "normal" | "high" | "urgent";
  urgencyQuotes: string[];
  complexity: "simple" | "standard" | "complex";
  asksForPerson: boolean;
  neverAutomatic: string[];
  summary: string;
};

export function triageQuestion(text: string, knowledge: Knowledge): Question<TriageAnswer> {
  const keys = knowledge.categories.map((category) => category.key);
  const schema = z.object({
    category: z.enum(["none", ...keys]),
    sentiment: z.enum(["negative", "neutral", "positive"]),
    angry: z.boolean(),
    angerQuotes: z.array(quote).max(5),
    urgency: z.enum(["low", "normal", "high", "urgent"]),
    urgencyQuotes: z.array(quote).max(5),
    complexity: z.enum(["simple", "standard", "complex"]),
    asksForPerson: z.boolean(),
    neverAutomatic: z.array(z.string().max(40)).max(7),
    summary: z.string().max(300),
  });
  const list = knowledge.categories.map(
    (category) =>
      `- ${category.key}: ${[...wordings(category.name), ...wordings(category.description)].join(" / ")}`,
  );
  const system = [
    "You sort a support ticket for a helpdesk. Korean and English are treated alike.",
    aboutUntrusted,
    "Categories of this desk:",
    ...list,
    '"none" when it is about nothing of these.',
    "angry: the writer is angry at the company, politely or not. urgency: by what is described, not by what is demanded:",
    "urgent = business stands still, an attack is going on, or people are in danger; high = a near deadline, many people stopped, legal deadlines; low = a question that can wait.",
    "complexity: simple = one question that one help article answers; complex = several asks, a dispute, or an investigation.",
    "Quotes are copied from the ticket letter by letter.",
    "neverAutomatic: those of money, legal, account_security, safety, minors, data_protection, contract_cancellation that the customer wants done (not merely asks about).",
    "summary: one sentence for an agent, in the ticket's language.",
  ].join("\n");
  return { system, user: untrustedBlock("ticket", text), name: "sort_ticket", schema };
}
