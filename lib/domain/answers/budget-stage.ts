/** How the day's money is spent: the good model, then a cheaper one, then a model for drafts alone, then none. */
export type BudgetStage = "full" | "cheaper" | "drafts_only" | "builtin";

/** Shares of the budget at which the next stage begins. */
const stages: readonly (readonly [from: number, stage: BudgetStage])[] = [
  [1, "builtin"],
  [0.9, "drafts_only"],
  [0.7, "cheaper"],
];

export function budgetStage(spentUsd: number, dailyBudgetUsd: number | null): BudgetStage {
  if (dailyBudgetUsd === null) return "full";
  const share = dailyBudgetUsd > 0 ? spentUsd / dailyBudgetUsd : 1;
  return stages.find(([from]) => share >= from)?.[1] ?? "full";
}
