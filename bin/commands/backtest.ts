import { withDesk } from "#bin/desk-context.ts";
import { Problem } from "#bin/problem.ts";
import { createAssistant } from "#lib/ai/assistant.ts";
import { followTicket } from "#lib/ai/eval/evaluate-tickets.ts";
import { readKnowledge } from "#lib/reads/knowledge.ts";
import { readLearntSince, readSolvedTickets, type SolvedTicket } from "#lib/reads/solved-tickets.ts";
import type { Context } from "#lib/services/context.ts";

export type BacktestOptions = { since: string; category?: string };

type Tally = {
  tickets: number;
  send: number;
  draft: number;
  handOff: number;
  /** Of those that would have been sent: the article that solved it, another one, or nobody can say. */
  right: number;
  wrong: number;
  unknown: number;
  failedGates: Record<string, number>;
};

export type BacktestReport = Tally & {
  since: string;
  /** Right of those judged; null while none is. */
  precision: number | null;
  byCategory: Record<string, Tally>;
};

/** `baton backtest`: the same gates over the desk's own solved tickets, with what the desk knew before them. */
export async function run(options: BacktestOptions): Promise<void> {
  const since = new Date(options.since);
  if (Number.isNaN(since.getTime())) throw new Problem("--since is a date, such as 2026-11-01.");
  const report = await withDesk((ctx) => backtest(ctx, { since, category: options.category }));
  console.log(JSON.stringify(report));
}

export async function backtest(
  ctx: Context,
  { since, category }: { since: Date; category?: string },
): Promise<BacktestReport> {
  const now = await readKnowledge(ctx.db, ctx.config.publicUrl);
  const later = await readLearntSince(ctx.db, since);
  // Past questions are left out: the very tickets that are asked here may be among them.
  const before = (known: typeof now.articles) =>
    known.filter(({ id }) => !later.articles.has(id)).map((article) => ({ ...article, solved: [] }));
  const knowledge = {
    ...now,
    version: `backtest ${since.toISOString()}`,
    examples: now.examples.filter(({ id }) => !later.examples.has(id)),
    articles: before(now.articles),
    unanswered: [],
    ...(now.findArticles && {
      findArticles: async (question: string, language: string) =>
        before(await now.findArticles!(question, language)),
    }),
  };
  const assistant = createAssistant({ knowledge });
  const all = tally();
  const byCategory: Record<string, Tally> = {};
  let after = 0;
  for (;;) {
    const page = await readSolvedTickets(ctx.db, { since, category, after });
    for (const { ticket } of page) {
      const { decision, draft } = await followTicket(assistant, ticket.thread, knowledge, {
        vip: ticket.vip,
      });
      const key = ticket.category ?? "none";
      byCategory[key] ??= tally();
      for (const one of [all, byCategory[key]!]) count(one, decision, judge(ticket, draft.articleId));
    }
    const last = page.at(-1);
    if (!last) break;
    after = last.number;
  }
  const judged = all.right + all.wrong;
  return {
    since: since.toISOString(),
    ...all,
    precision: judged === 0 ? null : all.right / judged,
    byCategory,
  };
}

const tally = (): Tally => ({
  tickets: 0,
  send: 0,
  draft: 0,
  handOff: 0,
  right: 0,
  wrong: 0,
  unknown: 0,
  failedGates: {},
});

function judge({ citedArticleIds }: SolvedTicket, articleId: string | null): "right" | "wrong" | "unknown" {
  if (citedArticleIds.length === 0 || articleId === null) return "unknown";
  return citedArticleIds.includes(articleId) ? "right" : "wrong";
}

type Decision = Awaited<ReturnType<typeof followTicket>>["decision"];

function count(one: Tally, decision: Decision, verdict: "right" | "wrong" | "unknown"): void {
  one.tickets += 1;
  if (decision.kind === "send") {
    one.send += 1;
    one[verdict] += 1;
  } else if (decision.kind === "hand_off") one.handOff += 1;
  else one.draft += 1;
  for (const { key, passed } of decision.gates) {
    if (!passed) one.failedGates[key] = (one.failedGates[key] ?? 0) + 1;
  }
}
