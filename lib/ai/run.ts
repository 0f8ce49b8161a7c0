import { createHash } from "node:crypto";

export type StepName = "triage" | "draft" | "check" | "summarise" | "translate";

/** One line of the ledger: what a step read, said and cost. */
export type StepRun<Output> = {
  step: StepName;
  /** "builtin" or "provider:model": who produced `output`. */
  model: string;
  promptVersion: string;
  /** SHA-256, hex, of everything the output depends on. */
  inputHash: string;
  /** Model calls made, 0 for the built-in assistant. */
  attempt: number;
  /** "ok", or "fallback: reason" when a model was asked and the built-in assistant had to answer. */
  outcome: string;
  output: Output;
  costUsd: number;
  latencyMs: number;
};

export function hashOf(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Times a step. */
export async function runStep<Output>(
  facts: Pick<StepRun<Output>, "step" | "inputHash">,
  work: () => Promise<Omit<StepRun<Output>, "step" | "inputHash" | "latencyMs">>,
): Promise<StepRun<Output>> {
  const started = performance.now();
  const done = await work();
  return { ...facts, ...done, latencyMs: Math.round(performance.now() - started) };
}
