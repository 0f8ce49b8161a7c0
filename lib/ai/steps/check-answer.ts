import type { AnswerCheck, DraftReply } from "#lib/domain/answers/draft.ts";
import { checkClaims } from "../builtin/claims/check-claims.ts";
import { courtesies } from "../builtin/reply-phrases.ts";
import { hashOf, runStep, type StepRun } from "../run.ts";

export type CheckRun = StepRun<AnswerCheck> & { step: "check"; check: AnswerCheck };

const checkVersion = "claims-2";

/** Compares a draft with its sources. Always done by rules: a model does not mark its own work. */
export async function checkStep(draft: DraftReply, allowedHosts: readonly string[]): Promise<CheckRun> {
  const run = await runStep<AnswerCheck>(
    { step: "check", inputHash: hashOf(checkVersion, draft) },
    async () => ({
      model: "builtin",
      promptVersion: checkVersion,
      attempt: 0,
      outcome: "ok",
      output: checkClaims(draft, courtesies(draft.language), allowedHosts),
      costUsd: 0,
    }),
  );
  return { ...run, step: "check", check: run.output };
}
