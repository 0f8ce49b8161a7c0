import { expect, test } from "vitest";
import { type AskFacts, whyNotAsk } from "./why-not-ask.ts";

const solvedWell: AskFacts = {
  ask: "mail",
  sameSolving: true,
  isSpam: false,
  trashed: false,
  merged: false,
  openedByMachine: false,
  answered: true,
  rated: false,
  blocked: false,
  hasAddress: true,
};

test("a customer whose ticket was answered and solved is asked", () => {
  expect(whyNotAsk(solvedWell)).toBeNull();
});

test.each<[string, Partial<AskFacts>]>([
  ["switched_off", { ask: "off" }],
  ["switched_off", { ask: "page" }],
  ["reopened", { sameSolving: false }],
  ["spam", { isSpam: true }],
  ["trashed", { trashed: true }],
  ["merged", { merged: true, sameSolving: false }],
  ["opened_by_machine", { openedByMachine: true }],
  ["not_answered", { answered: false }],
  ["rated_already", { rated: true }],
  ["blocked", { blocked: true }],
  ["no_address", { hasAddress: false }],
])("nobody is asked when: %s", (reason, change) => {
  expect(whyNotAsk({ ...solvedWell, ...change })).toBe(reason);
});
