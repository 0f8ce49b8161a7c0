import { type Model, ModelError, type Question } from "../model.ts";
import type { StepRun } from "../run.ts";

export type Added<Answer> = { answer: Answer | null; by: string } & Pick<
  StepRun<unknown>,
  "attempt" | "outcome" | "costUsd"
>;

/** Asks a model and never throws: without an answer the outcome says why, and the built-in one stands. */
export async function askModel<Answer>(model: Model, question: Question<Answer>): Promise<Added<Answer>> {
  try {
    const { answer, attempts, costUsd, by } = await model.ask(question);
    return { answer, by, attempt: attempts, outcome: "ok", costUsd };
  } catch (error) {
    const known = error instanceof ModelError ? error : new ModelError("unavailable", 1, 0, error);
    return {
      answer: null,
      by: model.name,
      attempt: known.attempts,
      outcome: `fallback: ${known.failure}`,
      costUsd: known.costUsd,
    };
  }
}
