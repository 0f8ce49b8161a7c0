import { and, desc, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { assistantReplays, assistantRuns, type ReplayedStep } from "#db/schema/index.ts";
import type { AnswerCheck, DraftReply } from "#lib/domain/answers/draft.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { Context } from "#lib/services/context.ts";

/** One side of a comparison. */
export interface ReplaySide {
  model: string;
  versions: string;
  outcomes: string;
  categoryId: string | null;
  categoryShare: number;
  language: string;
  anger: number;
  urgency: TriageEvidence["urgency"]["level"];
  complexity: TriageEvidence["complexity"]["level"];
  draft: string;
  confidence: number;
  unsupported: number;
  costUsd: number;
  latencyMs: number;
}

export interface ReplayView {
  state: "asked" | "done" | "failed";
  at: string;
  by: "builtin" | "configured";
  /** The same text and knowledge as then; else something was learnt meanwhile. */
  sameInput: boolean;
  before: ReplaySide | null;
  after: ReplaySide | null;
}

const replayOf = prepared("ticket_replay", (db) =>
  db
    .select()
    .from(assistantReplays)
    .where(eq(assistantReplays.ticketId, sql.placeholder("ticketId")))
    .orderBy(desc(assistantReplays.createdAt))
    .limit(1),
);

/** The newest replay of a ticket beside what was done at the time; null when there is none. */
export async function readReplay(ctx: Context, ticketId: string): Promise<ReplayView | null> {
  const [replay] = await replayOf(ctx.db).execute({ ticketId });
  if (!replay) return null;
  const runs = await ctx.db
    .select()
    .from(assistantRuns)
    .where(and(eq(assistantRuns.messageId, replay.messageId), eq(assistantRuns.applied, true)));
  const done = runs.map(({ step, evidence, output, ...run }) => ({
    ...run,
    step,
    output: step === "triage" ? ((evidence as Record<string, unknown> | null) ?? output) : output,
  }));
  const hashOf = (steps: readonly { step: string; inputHash: string }[]) =>
    steps.find(({ step }) => step === "triage")?.inputHash;
  return {
    state: replay.state,
    at: replay.createdAt.toISOString(),
    by: replay.by,
    sameInput: hashOf(done) === hashOf(replay.steps),
    before: sideOf(done),
    after: sideOf(replay.steps),
  };
}

type Step = Pick<ReplayedStep, "model" | "promptVersion" | "outcome" | "output" | "costUsd" | "latencyMs"> & {
  step: string;
};

function sideOf(steps: readonly Step[]): ReplaySide | null {
  const of = (name: string) => steps.find(({ step }) => step === name);
  const triage = of("triage")?.output as TriageEvidence | undefined;
  if (!triage?.category || !triage.anger) return null;
  const draft = of("draft")?.output as Partial<DraftReply> | undefined;
  const check = of("check")?.output as Partial<AnswerCheck> | undefined;
  const told = ["triage", "draft", "check"].flatMap((name) => of(name) ?? []);
  return {
    model: [...new Set(told.filter(({ step }) => step !== "check").map(({ model }) => model))].join(", "),
    versions: told.map(({ promptVersion }) => promptVersion).join(", "),
    outcomes: [...new Set(told.map(({ outcome }) => outcome))].join(", "),
    categoryId: triage.category.id,
    categoryShare: triage.category.confidence,
    language: triage.language.code,
    anger: triage.anger.score,
    urgency: triage.urgency.level,
    complexity: triage.complexity.level,
    draft: draft?.answerable ? (draft.text ?? "") : "",
    confidence: draft?.confidence ?? 0,
    unsupported: check?.unsupported?.length ?? 0,
    costUsd: told.reduce((sum, { costUsd }) => sum + costUsd, 0),
    latencyMs: told.reduce((sum, { latencyMs }) => sum + latencyMs, 0),
  };
}
