import { expect, test } from "vitest";
import { isNeverAutomatic, neverAutomaticTopics } from "./never-automatic.ts";

test("the list is complete and each topic says why", () => {
  expect(Object.keys(neverAutomaticTopics).sort()).toEqual([
    "account_security",
    "contract_cancellation",
    "data_protection",
    "legal",
    "minors",
    "money",
    "safety",
  ]);
  for (const reason of Object.values(neverAutomaticTopics)) expect(reason.length).toBeGreaterThan(20);
});

test.each(["__proto__", "constructor", "toString", "", "Money"])("%j is no topic", (word) => {
  expect(isNeverAutomatic(word)).toBe(false);
});
