import { and, eq } from "drizzle-orm";
import { assistantRuns } from "#db/schema/index.ts";
import type { SourceRef } from "#lib/domain/answers/draft.ts";
import type { GateResult } from "#lib/domain/answers/gate.ts";
import { cleanDeep } from "#lib/domain/text/clean.ts";
import type { Transaction } from "../transact.ts";

export type AssistantStep = "triage" | "draft" | "check" | "decide" | "summarise";

/** What one step cost and stood on, as `lib/ai` reports it. */
export type RunFacts = {
  model: string;
  promptVersion: string;
  inputHash: string;
  attempt: number;
  outcome: string;
  costUsd: number;
  latencyMs: number;
};

export type RunToRecord = RunFacts & {
  ticketId: string;
  messageId: string;
  step: AssistantStep;
  applied: boolean;
  basedOnVersion: number;
  output: Record<string, unknown>;
  evidence?: unknown;
  sources?: SourceRef[];
  gates?: GateResult[];
};

/** Writes a run into the ledger. The database allows one applied run a message and step. */
export async function recordRun({ tx, ctx }: Transaction, run: RunToRecord): Promise<string> {
  const [row] = await tx
    .insert(assistantRuns)
    .values({
      ...run,
      output: cleanDeep(run.output),
      evidence: cleanDeep(run.evidence ?? null),
      createdAt: ctx.now,
    })
    .returning({ id: assistantRuns.id });
  return row!.id;
}

/** The applied run of a step for a message, if there is one: then the work is done. */
export async function appliedRun({ tx }: Transaction, messageId: string, step: AssistantStep) {
  const [run] = await tx
    .select()
    .from(assistantRuns)
    .where(
      and(
        eq(assistantRuns.messageId, messageId),
        eq(assistantRuns.step, step),
        eq(assistantRuns.applied, true),
      ),
    );
  return run ?? null;
}
