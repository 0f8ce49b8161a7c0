import { defaultCalibrator } from "./answer-calibrator.ts";
import { type ArticleIndex, buildIndex as buildWith, type IndexOptions } from "./article-index.ts";
import type { AnswerCalibrator } from "./confidence.ts";
import type { IndexedArticle } from "./types.ts";

export { defaultCalibrator, trainAnswerCalibrator, unansweredOf } from "./answer-calibrator.ts";
export { type ArticleIndex, indexSteps, rank } from "./article-index.ts";
export { type AnswerCalibrator, understands } from "./confidence.ts";
export type { IndexedArticle } from "./types.ts";

/** `buildIndex`, where a desk without a calibrator of its own gets the one of the practice desk. */
export function buildIndex(
  articles: readonly IndexedArticle[],
  calibrator: AnswerCalibrator = defaultCalibrator(),
  options: IndexOptions = {},
): ArticleIndex {
  return buildWith(articles, calibrator, options);
}
