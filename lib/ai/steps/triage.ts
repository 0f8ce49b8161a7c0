import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { UntrustedThread } from "#lib/domain/triage/thread.ts";
import { readTicket, triageVersion } from "../builtin/read-ticket.ts";
import type { CategorySorter } from "../builtin/sort-category.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Model } from "../model.ts";
import { triagePromptVersion, triageQuestion } from "../prompts/triage.ts";
import { createRedactor } from "../redact.ts";
import { hashOf, runStep, type StepRun } from "../run.ts";
import { askModel } from "./ask-model.ts";
import { mergeEvidence } from "./merge-evidence.ts";

/** `evidence` is the output, named for what it is. */
export type TriageRun = StepRun<TriageEvidence> & { step: "triage"; evidence: TriageEvidence };

/** The built-in reading, and over it what a model adds. Text that speaks to machines is not shown to one. */
export async function triageStep(
  thread: UntrustedThread,
  knowledge: Knowledge,
  sort: CategorySorter,
  model: Model | null,
): Promise<TriageRun> {
  const said = thread.messages.map((message) => [message.from, message.text]);
  const inputHash = hashOf(
    triageVersion,
    model?.name,
    knowledge.version,
    thread.subject,
    said,
    thread.customerName,
    thread.customerLocale,
    thread.others,
  );

  const run = await runStep<TriageEvidence>({ step: "triage", inputHash }, async () => {
    const own = await readTicket(thread, knowledge, sort);
    const builtin = {
      model: "builtin",
      promptVersion: triageVersion,
      attempt: 0,
      outcome: "ok",
      output: own,
      costUsd: 0,
    };
    if (!model || own.injection.suspected || own.text === "") return builtin;

    const redactor = createRedactor(thread.customerName ? [thread.customerName] : []);
    const { answer, by, ...facts } = await askModel(
      model,
      triageQuestion(redactor.redact(own.text), knowledge),
    );
    if (!answer) return { ...builtin, ...facts };
    return {
      ...facts,
      model: by,
      promptVersion: `${triageVersion}+${triagePromptVersion}`,
      // An agent reads the summary, and may know whom it is about.
      output: mergeEvidence(own, { ...answer, summary: redactor.restore(answer.summary) }, knowledge),
    };
  });
  return { ...run, step: "triage", evidence: run.output };
}
