import { expect, test } from "vitest";
import { budgetStage } from "./budget-stage.ts";

test.each([
  [0, 10, "full"],
  [6.9, 10, "full"],
  [7, 10, "cheaper"],
  [9, 10, "drafts_only"],
  [10, 10, "builtin"],
  [12, 10, "builtin"],
  [0, 0, "builtin"],
  [99, null, "full"],
] as const)("%d of %j dollars spent: %s", (spent, budget, stage) => {
  expect(budgetStage(spent, budget)).toBe(stage);
});
