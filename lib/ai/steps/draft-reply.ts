import type { DraftReply } from "#lib/domain/answers/draft.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { AnswerFinder } from "../builtin/find-answer.ts";
import { questionOf } from "../builtin/read-ticket.ts";
import { draftVersion, writeDraft } from "../builtin/write-draft.ts";
import type { Knowledge } from "../knowledge.ts";
import { hashOf, runStep, type StepRun } from "../run.ts";

export type DraftRun = StepRun<DraftReply> & { step: "draft"; draft: DraftReply };

/** Below this share of right answers an article is not even worth showing as a draft. */
const worthDrafting = 0.12;

export async function draftStep(
  evidence: TriageEvidence,
  knowledge: Knowledge,
  find: AnswerFinder,
): Promise<DraftRun> {
  const inputHash = hashOf(
    draftVersion,
    knowledge.version,
    evidence.text,
    evidence.language.code,
    evidence.category.id,
  );
  const run = await runStep<DraftReply>({ step: "draft", inputHash }, async () => {
    const best = find(questionOf(evidence), evidence.language.code, evidence.category)[0];
    const found = best && best.confidence >= worthDrafting ? best : null;
    return {
      model: "builtin",
      promptVersion: draftVersion,
      attempt: 0,
      outcome: "ok",
      output: writeDraft(evidence, found),
      costUsd: 0,
    };
  });
  return { ...run, step: "draft", draft: run.output };
}
