import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { evalTickets } from "#bin/commands/eval-tickets.ts";
import { readRows } from "#bin/commands/read-rows.ts";
import type { TicketPrediction } from "#lib/ai/eval/evaluate-tickets.ts";

/** The shared desk: categories and articles, no ticket that anybody has sorted. */
export const sharedDesk = fileURLToPath(new URL("../../../shared/data/helpdesk-koen/", import.meta.url));
/** Why nothing can be measured here; false where it can. */
export const missing = existsSync(sharedDesk) ? false : "the shared data sets are not beside the project";

const Labelled = z.object({
  id: z.string(),
  lang: z.enum(["en", "ko"]),
  category: z.string(),
  angry: z.number(),
  urgency: z.string(),
  auto_closable: z.number(),
  kb: z.string().nullable(),
});
export type LabelledTicket = z.infer<typeof Labelled> & { seen: TicketPrediction };

/** What the assistant makes of tickets on the shared desk. */
export async function seeTickets(tickets: string): Promise<TicketPrediction[]> {
  const [articles, categories] = [`${sharedDesk}kb.jsonl.gz`, `${sharedDesk}categories.jsonl.gz`];
  return evalTickets({ articles, categories, tickets });
}

/** The same beside what each was labelled as. */
export async function labelledTickets(tickets: string): Promise<LabelledTicket[]> {
  const seen = await seeTickets(tickets);
  return (await readRows(tickets, Labelled)).map((row, i) => ({ ...row, seen: seen[i]! }));
}

export function isPressing(row: LabelledTicket): boolean {
  return row.urgency === "high" || row.urgency === "critical";
}

export function isRaised(row: LabelledTicket): boolean {
  return row.seen.urgency === "high" || row.seen.urgency === "urgent";
}
