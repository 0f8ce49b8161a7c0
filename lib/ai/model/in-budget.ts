import type { BudgetStage } from "#lib/domain/answers/budget-stage.ts";
import { type Model, ModelError } from "../model.ts";

/** What a model is asked while the money for everything is running out. */
const writing: ReadonlySet<string> = new Set(["write_answer", "translate_text"]);

/**
 * Steps down gracefully with the day's money: the cheaper model, where one is set, then a model only where there
 * is no built-in way to write, then none.
 */
export function inBudget(
  { main, cheap }: { main: Model; cheap: Model | null },
  stage: () => Promise<BudgetStage>,
): Model {
  return {
    name: main.name,
    async ask(question) {
      const now = await stage();
      const tooDear = now === "builtin" || (now === "drafts_only" && !writing.has(question.name));
      if (tooDear) throw new ModelError("budget", 0, 0);
      return (now === "full" ? main : (cheap ?? main)).ask(question);
    },
  };
}
