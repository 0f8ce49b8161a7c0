import type { Model } from "../model.ts";
import { translatePromptVersion, translateQuestion } from "../prompts/translate.ts";
import { createRedactor } from "../redact.ts";
import { hashOf, runStep, type StepRun } from "../run.ts";
import { askModel } from "./ask-model.ts";

/** `output` is null when the model gave no translation of the whole text. */
export type TranslateRun = StepRun<string | null> & { step: "translate" };

/** A piece fits into one answer. */
const longestPiece = 1500;

/**
 * A text in another language, piece by piece. Personal data leaves as slots and is put back; a translation that
 * lost or invented a slot is none. Without a model there is no translation.
 */
export async function translateStep(
  text: string,
  to: string,
  model: Model | null,
  names: readonly string[] = [],
): Promise<TranslateRun> {
  const inputHash = hashOf(translatePromptVersion, model?.name, text, to);
  const run = await runStep<string | null>({ step: "translate", inputHash }, async () => {
    const redactor = createRedactor(names);
    const facts = {
      model: model?.name ?? "builtin",
      promptVersion: translatePromptVersion,
      costUsd: 0,
      attempt: 0,
    };
    if (!model) return { ...facts, outcome: "no model", output: null };
    const done: string[] = [];
    for (const piece of piecesOf(redactor.redact(text))) {
      const { answer, by, attempt, outcome, costUsd } = await askModel(model, translateQuestion(piece, to));
      Object.assign(facts, { model: by, attempt: facts.attempt + attempt, costUsd: facts.costUsd + costUsd });
      if (!answer) return { ...facts, outcome, output: null };
      if (slotsIn(answer.translation) !== slotsIn(piece))
        return { ...facts, outcome: "fallback: invalid", output: null };
      done.push(answer.translation);
    }
    return { ...facts, outcome: "ok", output: redactor.restore(done.join("\n")) };
  });
  return { ...run, step: "translate" };
}

/** Whole lines, a few at a time; a line that is too long is cut between sentences, or anywhere. */
function piecesOf(text: string): string[] {
  const lines = text
    .split("\n")
    .flatMap((line) =>
      line.length <= longestPiece
        ? [line]
        : (line.match(/[\s\S]{1,1200}(?:[.!?。]\s|$)|[\s\S]{1,1200}/gu) ?? []),
    );
  const pieces: string[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + line.length < longestPiece)
      pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces.filter((piece) => piece.trim() !== "");
}

function slotsIn(text: string): string {
  return (text.match(/\[[A-Z]+_\d+\]/gu) ?? []).sort().join(" ");
}
