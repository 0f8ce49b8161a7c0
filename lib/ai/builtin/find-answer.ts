import type { Knowledge, KnownArticle } from "../knowledge.ts";
import { type AnswerCalibrator, type ArticleIndex, buildIndex, rank } from "./retrieve/index.ts";

export type FoundAnswer = {
  article: KnownArticle;
  /** Calibrated probability that this article answers, 0..1. */
  confidence: number;
  features: Readonly<Record<string, number>>;
};

export type AnswerFinder = (question: string, language: string, categoryId: string | null) => FoundAnswer[];

/** Articles of each language in an index of their own: an answer is given in the language of the question or not at all. */
export function createAnswerFinder(knowledge: Knowledge, calibrator?: AnswerCalibrator): AnswerFinder {
  const byLanguage = Map.groupBy(knowledge.articles, (article) => article.lang.slice(0, 2));
  const indexes = new Map<string, { index: ArticleIndex; articles: Map<string, KnownArticle> }>();

  return (question, language, categoryId) => {
    const articles = byLanguage.get(language) ?? [];
    if (articles.length === 0 || question.trim() === "") return [];
    let known = indexes.get(language);
    if (!known) {
      known = { index: buildIndex(articles, calibrator), articles: new Map(articles.map((a) => [a.id, a])) };
      indexes.set(language, known);
    }
    const found = rank(known.index, question, 5).map((ranked) => ({
      article: known.articles.get(ranked.articleId)!,
      score: ranked.score,
      confidence: ranked.confidence,
      features: ranked.features,
    }));
    return preferCategory(found, categoryId);
  };
}

type Scored = FoundAnswer & { score: number };

/** What the ticket is about and what the article is about should be the same; that settles near ties and doubts the rest. */
function preferCategory(found: Scored[], categoryId: string | null): FoundAnswer[] {
  const best = found[0];
  if (!best) return [];
  const agrees = (candidate: Scored) => categoryId !== null && candidate.article.categoryId === categoryId;
  const ordered = found.toSorted(
    (a, b) => b.score * (agrees(b) ? 1.35 : 1) - a.score * (agrees(a) ? 1.35 : 1),
  );
  const first = ordered[0]!;
  const second = ordered[1];
  const margin = second
    ? 1 - (second.score * (agrees(second) ? 1.35 : 1)) / (first.score * (agrees(first) ? 1.35 : 1))
    : 1;
  const odds = best.confidence / Math.max(1e-6, 1 - best.confidence);
  const factor =
    (agrees(first) ? 4 : categoryId && first.article.categoryId ? 0.15 : 1) *
    (first === best ? 1 : 0.35) *
    (0.4 + 1.6 * margin);
  const confidence = (odds * factor) / (1 + odds * factor);
  return ordered.map((candidate, i) => ({
    article: candidate.article,
    confidence: i === 0 ? confidence : 0,
    features: i === 0 ? { ...best.features, margin, categoryAgrees: agrees(first) ? 1 : 0 } : {},
  }));
}
