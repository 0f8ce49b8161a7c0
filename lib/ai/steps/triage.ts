import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { UntrustedThread } from "#lib/domain/triage/thread.ts";
import { readTicket, triageVersion } from "../builtin/read-ticket.ts";
import type { CategorySorter } from "../builtin/sort-category.ts";
import type { Knowledge } from "../knowledge.ts";
import { hashOf, runStep, type StepRun } from "../run.ts";

/** `evidence` is the output, named for what it is. */
export type TriageRun = StepRun<TriageEvidence> & { step: "triage"; evidence: TriageEvidence };

export async function triageStep(
  thread: UntrustedThread,
  knowledge: Knowledge,
  sort: CategorySorter,
): Promise<TriageRun> {
  const inputHash = hashOf(
    triageVersion,
    knowledge.version,
    thread.subject,
    thread.messages.map((message) => [message.from, message.text]),
    thread.customerLocale,
  );
  const run = await runStep<TriageEvidence>({ step: "triage", inputHash }, async () => ({
    model: "builtin",
    promptVersion: triageVersion,
    attempt: 0,
    outcome: "ok",
    output: await readTicket(thread, knowledge, sort),
    costUsd: 0,
  }));
  return { ...run, step: "triage", evidence: run.output };
}
