import { and, desc, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { assistantRuns, type drafts, tickets } from "#db/schema/index.ts";
import type { AnswerCheck } from "#lib/domain/answers/draft.ts";
import type { GateDecision } from "#lib/domain/answers/gate.ts";
import type { HandOffSummary } from "#lib/domain/answers/hand-off.ts";
import { may } from "#lib/domain/people/permissions.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { Context } from "#lib/services/context.ts";
import type { BothNames } from "./inbox.ts";
import { readReplay } from "./ticket-replay.ts";
import type { AssistantView } from "./ticket-view.ts";

type Run = typeof assistantRuns.$inferSelect;
type Ticket = typeof tickets.$inferSelect;

const runsOf = prepared("ticket_runs", (db) =>
  db
    .select()
    .from(assistantRuns)
    .where(eq(assistantRuns.ticketId, sql.placeholder("ticketId")))
    .orderBy(desc(assistantRuns.createdAt), desc(assistantRuns.id))
    .limit(30),
);

type Draft = Pick<
  typeof drafts.$inferSelect,
  "id" | "state" | "body" | "language" | "sentences" | "sources" | "runId"
> & { at: string };

const ofTicket = sql`ticket_id = ${sql.placeholder("ticketId")}`;

/** What it wrote, what is told of earlier decisions, and the names to tell them with. Instants are text. */
const wroteOf = prepared("ticket_assistant", (db) =>
  db
    .select({
      draft: sql<Draft | null>`(
        select jsonb_build_object('id', id, 'state', state, 'body', body, 'language', language,
          'sentences', sentences, 'sources', sources, 'runId', run_id, 'at', created_at)
        from drafts where ${ofTicket} and author_kind = 'assistant' and state in ('open', 'held') limit 1)`,
      sentDraft: sql<AssistantView["sentDraft"]>`(
        select jsonb_build_object('by', m.from_name, 'at', m.created_at, 'edits', d.edits)
        from drafts d join messages m on m.draft_id = d.id
        where d.${ofTicket} and d.author_kind = 'assistant' and d.edits is not null
          and m.${ofTicket} and m.author_kind = 'agent'
        order by m.created_at desc limit 1)`,
      handedOff: sql<Record<string, unknown> | null>`(
        select data from ticket_events where ${ofTicket} and type = 'assistant.handed_off' order by seq desc limit 1)`,
      notDuplicate: sql<Record<string, unknown>[]>`array(
        select data from ticket_events where ${ofTicket} and type = 'ticket.not_duplicate')`,
      categories: sql<{ id: string; key: string; name: BothNames }[]>`array(
        select jsonb_build_object('id', id, 'key', key, 'name', name) from categories)`,
    })
    .from(sql`(select) as desk`),
);

/** What the assistant saw, wrote and decided here, newest first. */
export async function readAssistant(ctx: Context, ticket: Ticket): Promise<AssistantView> {
  const ticketId = ticket.id;
  const mayReplay = may(ctx.actor, "assistant.write");
  const [runs, [wrote], replay] = await Promise.all([
    runsOf(ctx.db).execute({ ticketId }),
    wroteOf(ctx.db).execute({ ticketId }),
    mayReplay ? readReplay(ctx, ticketId) : null,
  ]);
  const { draft, sentDraft, handedOff, notDuplicate, categories } = wrote!;
  const evidence = evidenceOf(runs);
  const decided = runs.find((run) => run.gates.length > 0);
  return {
    state: ticket.assistantState,
    handOff: ticket.handOffReason
      ? {
          reason: ticket.handOffReason as GateDecision["reason"],
          summary: [decided?.output.summary, handedOff?.summary, evidence?.summary].find(isText) ?? "",
          parts: (decided?.output.handOff as HandOffSummary | null | undefined) ?? null,
        }
      : null,
    evidence,
    duplicate: await readDuplicate(
      ctx,
      ticket,
      evidence,
      notDuplicate.map(({ number }) => Number(number)),
    ),
    mayReplay,
    replay,
    categoryNames: evidence ? namesOf(categories) : {},
    decision: decided ? decisionOf(decided) : null,
    gates: decided?.gates ?? [],
    draft: draft
      ? {
          id: draft.id,
          held: draft.state === "held",
          body: draft.body,
          language: draft.language,
          sentences: draft.sentences,
          sources: draft.sources,
          unsupported: unsupportedIn(runs, draft.runId),
          at: new Date(draft.at).toISOString(),
        }
      : null,
    sentDraft: sentDraft && { ...sentDraft, at: new Date(sentDraft.at).toISOString() },
    runs: runs.map(({ id, step, model, outcome, applied, latencyMs, costUsd, createdAt }) => ({
      id,
      step,
      model,
      outcome,
      applied,
      latencyMs,
      costUsd,
      at: createdAt.toISOString(),
    })),
  };
}

/** Only while both are open, and one may still go into the other. */
async function readDuplicate(
  ctx: Context,
  ticket: Ticket,
  evidence: TriageEvidence | null,
  refused: readonly number[],
): Promise<AssistantView["duplicate"]> {
  const guess = evidence?.duplicate;
  if (!guess || refused.includes(guess.number) || ticket.mergedIntoId || !isOpen(ticket.status)) return null;
  const [other] = await ctx.db
    .select()
    .from(tickets)
    .where(and(eq(tickets.id, guess.ticketId), eq(tickets.customerId, ticket.customerId)));
  if (!other || other.mergedIntoId || other.trashedAt || !isOpen(other.status)) return null;
  const { number, likeness, words } = guess;
  return { number, likeness, words, subject: other.subject };
}

/** What the check found in the very draft that a decision left. */
function unsupportedIn(runs: readonly Run[], runId: string | null): AnswerCheck["unsupported"] {
  const decision = runs.find(({ id }) => id === runId);
  const check = runs.find(
    ({ step, applied, messageId }) => step === "check" && applied && messageId === decision?.messageId,
  );
  return (check?.output as Partial<AnswerCheck> | undefined)?.unsupported ?? [];
}

/** The evidence of the newest triage, preferring the one that was applied. Stored by our own step, so trusted in shape. */
function evidenceOf(runs: readonly Run[]): TriageEvidence | null {
  const triages = runs.filter((run) => run.step === "triage");
  const run = triages.find((one) => one.applied) ?? triages[0];
  const stored = (run?.evidence ?? run?.output) as TriageEvidence | undefined;
  return stored && "category" in stored && "anger" in stored ? stored : null;
}

function decisionOf(run: Run): AssistantView["decision"] {
  const { kind, reason, close } = run.output as Partial<GateDecision>;
  return kind && reason ? { kind, reason, close: close ?? false } : null;
}

/** The classifier may know a category by its id or by its key. */
function namesOf(categories: readonly { id: string; key: string; name: BothNames }[]) {
  return Object.fromEntries(
    categories.flatMap(({ id, key, name }) => [[id, name] as const, [key, name] as const]),
  );
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
