import { expect, test } from "vitest";
import { modelTrouble } from "./model-trouble.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 29, 9, minute));
const runs = (...outcomes: string[]) =>
  outcomes.map((outcome, i) => ({ outcome, at: at(outcomes.length - i) }));

test.each<[string, string[], unknown]>([
  ["answers", ["ok", "fallback: timeout", "fallback: timeout", "fallback: timeout"], null],
  ["failed twice", ["fallback: timeout", "fallback: timeout", "ok"], null],
  ["is too dear for today", ["fallback: budget", "fallback: budget", "fallback: budget"], null],
  [
    "is rested from by the breaker",
    ["fallback: breaker", "fallback: breaker", "fallback: denied", "ok"],
    { reason: "denied", since: at(2) },
  ],
  ["was never asked", [], null],
])("a model that %s", (_, outcomes, trouble) => {
  expect(modelTrouble(runs(...outcomes))).toEqual(trouble);
});
