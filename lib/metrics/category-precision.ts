import type { Context } from "#lib/services/context.ts";
import { type JudgedCategory, judgeCategories } from "#lib/services/settings/judged-answers.ts";

/**
 * How often the assistant's answers were right, by category. Certifying asks the very same question, so the
 * page and the refusal cannot disagree.
 */
export function categoryPrecision(
  ctx: Context,
  stretch: { from: Date; to: Date; now: Date },
): Promise<JudgedCategory[]> {
  return judgeCategories(ctx, stretch);
}
