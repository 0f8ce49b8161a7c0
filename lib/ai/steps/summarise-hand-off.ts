import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { UntrustedThread } from "#lib/domain/triage/thread.ts";
import { type HandOffSummary, summariseHandOff, summaryVersion, type Tried } from "../builtin/summarise.ts";
import { hashOf, runStep, type StepRun } from "../run.ts";

export type SummaryRun = StepRun<HandOffSummary> & { step: "summarise"; summary: HandOffSummary };

export async function summariseStep(
  thread: UntrustedThread,
  evidence: TriageEvidence,
  tried: Tried,
): Promise<SummaryRun> {
  const run = await runStep<HandOffSummary>(
    { step: "summarise", inputHash: hashOf(summaryVersion, evidence.text, tried) },
    async () => ({
      model: "builtin",
      promptVersion: summaryVersion,
      attempt: 0,
      outcome: "ok",
      output: summariseHandOff(thread, evidence, tried),
      costUsd: 0,
    }),
  );
  return { ...run, step: "summarise", summary: run.output };
}
