import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { assistantRuns, categories, drafts, messages, ticketEvents, tickets } from "#db/schema/index.ts";
import type { AnswerCheck } from "#lib/domain/answers/draft.ts";
import type { GateDecision } from "#lib/domain/answers/gate.ts";
import type { HandOffSummary } from "#lib/domain/answers/hand-off.ts";
import { may } from "#lib/domain/people/permissions.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { Context } from "#lib/services/context.ts";
import { readReplay } from "./ticket-replay.ts";
import type { AssistantView } from "./ticket-view.ts";

type Run = typeof assistantRuns.$inferSelect;
type Ticket = typeof tickets.$inferSelect;

/** What the assistant saw, wrote and decided here, newest first. */
export async function readAssistant(ctx: Context, ticket: Ticket): Promise<AssistantView> {
  const [runs, [draft], handOffs, sentDraft, refused] = await Promise.all([
    ctx.db
      .select()
      .from(assistantRuns)
      .where(eq(assistantRuns.ticketId, ticket.id))
      .orderBy(desc(assistantRuns.createdAt), desc(assistantRuns.id))
      .limit(30),
    ctx.db
      .select()
      .from(drafts)
      .where(
        and(
          eq(drafts.ticketId, ticket.id),
          eq(drafts.authorKind, "assistant"),
          inArray(drafts.state, ["open", "held"]),
        ),
      ),
    ctx.db
      .select({ data: ticketEvents.data })
      .from(ticketEvents)
      .where(and(eq(ticketEvents.ticketId, ticket.id), eq(ticketEvents.type, "assistant.handed_off")))
      .orderBy(desc(ticketEvents.seq))
      .limit(1),
    readSentDraft(ctx, ticket.id),
    ctx.db
      .select({ data: ticketEvents.data })
      .from(ticketEvents)
      .where(and(eq(ticketEvents.ticketId, ticket.id), eq(ticketEvents.type, "ticket.not_duplicate"))),
  ]);
  const mayReplay = may(ctx.actor, "assistant.write");
  const evidence = evidenceOf(runs);
  const decided = runs.find((run) => run.gates.length > 0);
  return {
    state: ticket.assistantState,
    handOff: ticket.handOffReason
      ? {
          reason: ticket.handOffReason as GateDecision["reason"],
          summary: [decided?.output.summary, handOffs[0]?.data.summary, evidence?.summary].find(isText) ?? "",
          parts: (decided?.output.handOff as HandOffSummary | null | undefined) ?? null,
        }
      : null,
    evidence,
    duplicate: await readDuplicate(
      ctx,
      ticket,
      evidence,
      refused.map(({ data }) => Number(data.number)),
    ),
    mayReplay,
    replay: mayReplay ? await readReplay(ctx, ticket.id) : null,
    categoryNames: await namesOf(ctx, evidence),
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
          at: draft.createdAt.toISOString(),
        }
      : null,
    sentDraft,
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

/** The newest draft of the assistant that a person sent, with what they changed in it. */
async function readSentDraft(ctx: Context, ticketId: string): Promise<AssistantView["sentDraft"]> {
  const [row] = await ctx.db
    .select({ edits: drafts.edits, by: messages.fromName, at: messages.createdAt })
    .from(drafts)
    .innerJoin(messages, eq(messages.draftId, drafts.id))
    .where(
      and(
        eq(drafts.ticketId, ticketId),
        eq(drafts.authorKind, "assistant"),
        eq(messages.ticketId, ticketId),
        eq(messages.authorKind, "agent"),
        isNotNull(drafts.edits),
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(1);
  return row?.edits ? { by: row.by, at: row.at.toISOString(), edits: row.edits } : null;
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

async function namesOf(
  ctx: Context,
  evidence: TriageEvidence | null,
): Promise<AssistantView["categoryNames"]> {
  if (!evidence) return {};
  const rows = await ctx.db
    .select({ id: categories.id, key: categories.key, name: categories.name })
    .from(categories);
  // The classifier may know a category by its id or by its key.
  return Object.fromEntries(rows.flatMap(({ id, key, name }) => [[id, name] as const, [key, name] as const]));
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
