import { setImmediate } from "node:timers/promises";

/** Long work that may rest at each `yield`. */
export type Steps<Result> = Generator<void, Result, void>;

/** Others may wait this long for the event loop, in milliseconds. */
const longestHold = 8;

export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same result, with the event loop handed over every few milliseconds. */
export async function inSteps<Result>(steps: Steps<Result>): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < longestHold) continue;
    await setImmediate();
    since = performance.now();
  }
}
