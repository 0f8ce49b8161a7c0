import {
  buildIndex,
  defaultCalibrator,
  type IndexedArticle,
  rank,
  trainAnswerCalibrator,
  unansweredOf,
} from "../builtin/retrieve/index.ts";
import type { AnswerQuestion, RankedArticle } from "../builtin/retrieve/types.ts";
import { atThreshold, rankFigures } from "./metrics.ts";

export type AnswersReport = {
  mrr: number;
  recallAt1: number;
  recallAt5: number;
  precision: number | null;
  coverage: number;
};

export type AnswerPrediction = { ranking: string[]; confidence: number; accepted: boolean };

export type AnswersInput = {
  articles: readonly IndexedArticle[];
  questions: readonly AnswerQuestion[];
  /** Questions for calibration only; never measured. */
  dev?: readonly AnswerQuestion[];
  /** Past tickets: indexed with the article that solved them. */
  solved?: readonly AnswerQuestion[];
  precision?: number;
};

/**
 * Ranks the articles for every question and decides whether to answer. Ranking figures are over the questions that an article answers;
 * precision and coverage over all of them, where answering a question without an article counts as wrong.
 */
export function evaluateAnswers(input: AnswersInput): {
  report: AnswersReport;
  predictions: AnswerPrediction[];
} {
  const precision = input.precision ?? 0.95;
  const past = known(input);
  const index = buildIndex(withSolved(input.articles, input.solved ?? []), defaultCalibrator(), {
    unanswered: unansweredOf(past),
  });
  index.calibrator = trainAnswerCalibrator(index, past, precision);

  const ranked = input.questions.map((question) => rank(index, question.text, 50));
  const indexed = new Set(index.articles.map((article) => article.id));
  const ranks = ranked.flatMap((list, i) => {
    const wanted = input.questions[i]!.articleId;
    if (wanted === null || !indexed.has(wanted)) return [];
    return [list.findIndex((entry) => entry.articleId === wanted) + 1];
  });
  const gate = atThreshold(
    ranked.map((list, i) => ({
      confidence: list[0]?.confidence ?? 0,
      right: list[0] !== undefined && list[0].articleId === input.questions[i]!.articleId,
      accepted: list[0]?.accepted ?? false,
    })),
  );
  return { report: { ...rankFigures(ranks), ...gate }, predictions: ranked.map(prediction) };
}

/** All questions whose answer is known, each once: solved tickets teach the calibrator as well as the index. */
function known({ dev = [], solved = [] }: AnswersInput): AnswerQuestion[] {
  const asked = new Set(dev.map((question) => question.text));
  return [...dev, ...solved.filter((question) => !asked.has(question.text))];
}

function prediction(list: RankedArticle[]): AnswerPrediction {
  return {
    ranking: list.slice(0, 10).map((entry) => entry.articleId),
    confidence: list[0]?.confidence ?? 0,
    accepted: list[0]?.accepted ?? false,
  };
}

function withSolved(
  articles: readonly IndexedArticle[],
  solved: readonly AnswerQuestion[],
): IndexedArticle[] {
  const byArticle = Map.groupBy(solved, (question) => question.articleId);
  return articles.map((article) => ({
    ...article,
    solved: [
      ...(article.solved ?? []),
      ...(byArticle.get(article.id) ?? []).map((question) => question.text),
    ],
  }));
}
