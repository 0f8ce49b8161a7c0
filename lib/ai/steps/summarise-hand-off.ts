import type { HandOffSummary } from "#lib/domain/answers/hand-off.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { UntrustedThread } from "#lib/domain/triage/thread.ts";
import { summariseHandOff, summaryVersion, type Tried } from "../builtin/summarise.ts";
import { hashOf, runStep, type StepRun } from "../run.ts";

/** `output` is a line or two in the customer's own words; `summary` has the parts. */
export type SummaryRun = StepRun<string> & { step: "summarise"; summary: HandOffSummary };

export async function summariseStep(
  thread: UntrustedThread,
  evidence: TriageEvidence,
  tried: Tried,
): Promise<SummaryRun> {
  const inputHash = hashOf(summaryVersion, evidence.text, tried);
  const summary = summariseHandOff(thread, evidence, tried);
  const run = await runStep<string>({ step: "summarise", inputHash }, async () => ({
    model: "builtin",
    promptVersion: summaryVersion,
    attempt: 0,
    outcome: "ok",
    output: lineOf(summary, evidence),
    costUsd: 0,
  }));
  return { ...run, step: "summarise", summary };
}

/** The asks alone may say too little ("How long does it take?"): then what stands before them comes along. */
function lineOf({ wants }: HandOffSummary, { summary }: TriageEvidence): string {
  const asked = wants.join(" ");
  return (asked.length < 60 && summary.length > asked.length ? summary : asked).slice(0, 400);
}
