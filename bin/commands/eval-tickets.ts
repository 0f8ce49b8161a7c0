import { z } from "zod";
import { assistantFor, predictTicket, type TicketPrediction } from "#lib/ai/eval/evaluate-tickets.ts";
import type { Knowledge } from "#lib/ai/knowledge.ts";
import { untrusted } from "#lib/domain/triage/thread.ts";
import { readRows, readSomeRows, writeRows } from "./read-rows.ts";

export type EvalTicketsOptions = {
  articles: string;
  categories: string;
  tickets: string;
  train?: string;
  predictions?: string;
};

const Article = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  lang: z.string().default("en"),
  category: z.string().nullish(),
  mayAutoAnswer: z.boolean().default(true),
  url: z.string().nullish(),
});
/** Names by language, under `name` or beside the id. */
const Category = z.object({
  id: z.string(),
  name: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  en: z.string().optional(),
  ko: z.string().optional(),
  description: z.union([z.string(), z.record(z.string(), z.string())]).nullish(),
  examples: z.array(z.string()).optional(),
});
const Ticket = z.object({
  id: z.string(),
  subject: z.string().default(""),
  body: z.string().optional(),
  text: z.string().optional(),
});
const Labelled = z.object({
  subject: z.string().default(""),
  body: z.string().optional(),
  text: z.string().optional(),
  category: z.string().nullish(),
  label: z.string().nullish(),
});

/** `baton eval tickets`: the whole triage, draft, check and gate on each ticket; one row a ticket, in order. */
export async function evalTickets(options: EvalTicketsOptions): Promise<TicketPrediction[]> {
  const knowledge = await readKnowledge(options);
  const train = options.train === undefined ? [] : await readRows(options.train, Labelled);
  const labelled = train.map((row) => ({ text: wordsOf(row), category: row.category ?? row.label ?? null }));
  const assistant = assistantFor(knowledge, labelled);

  const predictions: TicketPrediction[] = [];
  for (const ticket of await readSomeRows(options.tickets, Ticket)) {
    const message = {
      id: ticket.id,
      from: "customer" as const,
      text: untrusted(ticket.body ?? ticket.text ?? ""),
      at: new Date(0),
    };
    const thread = {
      ticketId: ticket.id,
      version: 1,
      subject: untrusted(ticket.subject),
      messages: [message],
      channel: "email" as const,
    };
    predictions.push(await predictTicket(assistant, thread, knowledge));
  }
  if (options.predictions !== undefined) await writeRows(options.predictions, predictions);
  return predictions;
}

export async function run(options: EvalTicketsOptions): Promise<void> {
  for (const prediction of await evalTickets(options)) console.log(JSON.stringify(prediction));
}

async function readKnowledge(options: EvalTicketsOptions): Promise<Knowledge> {
  const categories = await readRows(options.categories, Category);
  const articles = await readRows(options.articles, Article);
  return {
    version: "eval",
    categories: categories.map(({ id, name, en, ko, description, examples }) => ({
      id,
      key: id,
      name: typeof name === "string" ? { en: name } : (name ?? { en, ko }),
      description,
      examples,
    })),
    articles: articles.map(({ category, ...article }) => ({
      ...article,
      categoryId: category ?? null,
      version: 1,
    })),
    examples: [],
  };
}

function wordsOf({ subject, body, text }: { subject: string; body?: string; text?: string }): string {
  return [subject, body ?? text ?? ""].filter(Boolean).join("\n");
}
