import type { BudgetStage } from "#lib/domain/answers/budget-stage.ts";
import { inBudget } from "./model/in-budget.ts";
import { type Model, type ModelSettings, openModel } from "./model.ts";

/** The model that is set and its cheaper stand-in, within the day's money. Null where none is set. */
export function openModels(
  settings: ModelSettings & { cheapModel: string | null },
  stage: () => Promise<BudgetStage>,
): Model | null {
  const main = openModel(settings);
  if (!main) return null;
  const { cheapModel } = settings;
  const cheap = cheapModel === null ? null : openModel({ ...settings, model: cheapModel });
  return inBudget({ main, cheap }, stage);
}
