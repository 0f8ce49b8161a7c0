import { atOnce, type Steps } from "../in-steps.ts";
import { hangulShare } from "../text/tokens.ts";
import { answerFeatures } from "./answer-features.ts";
import { addScores, type Bm25Field, fieldBuilder } from "./bm25.ts";
import { type AnswerCalibrator, confidenceOf } from "./confidence.ts";
import { gramKinds, likeKinds, termWeights } from "./likeness.ts";
import { nameFinder } from "./names.ts";
import { type TermKind, type Terms, termKinds, terms } from "./terms.ts";
import type { IndexedArticle, RankedArticle } from "./types.ts";

export type FieldName = "title" | "body" | "solved";

/** One field of all articles for one kind of term. */
export type IndexField = { name: FieldName; kind: TermKind; weight: number; field: Bm25Field };

export type ArticleIndex = {
  articles: readonly IndexedArticle[];
  /** How many articles it speaks for: those above, or the stock that they are from. */
  size: number;
  fields: IndexField[];
  /** How articles have been asked for, of those that a question came near: `wordingsOf` fills it. */
  wordings: Map<number, Terms[]>;
  /** Stems that name products, places or people. */
  names: Set<string>;
  /** The share of Hangul among each article's letters. */
  hangul: number[];
  calibrator: AnswerCalibrator;
  /** Past questions that no article answered. */
  unanswered: { text: string; weights: Map<string, number>; grams: Map<string, number> }[];
};

const weights: Record<FieldName, Record<TermKind, number>> = {
  title: {
    stem: 1,
    stemPair: 0.2,
    letters: 0.3,
    hangulStem: 0.5,
    hangulPair: 0.3,
    syllables: 1,
    concept: 0.7,
  },
  body: {
    stem: 0.5,
    stemPair: 0.2,
    letters: 0.15,
    hangulStem: 0.35,
    hangulPair: 0.2,
    syllables: 0.7,
    concept: 0.4,
  },
  solved: {
    stem: 0.9,
    stemPair: 0.2,
    letters: 0.25,
    hangulStem: 0.25,
    hangulPair: 0.15,
    syllables: 0.45,
    concept: 0.4,
  },
};
/** Shared concepts may lead to an article in the other script, but its own comes first. */
const otherScript = 0.6;
const bm25 = { k1: 1.5, b: 0.75 };
/** Every question is compared with each of them; the newest count. */
const mostUnanswered = 400;

export type IndexOptions = {
  /** Past questions that no article answered. */
  unanswered?: readonly string[];
  /** The index of a sample of the stock that the articles were found in: it says how rare a term is. */
  stock?: ArticleIndex | undefined;
};

/**
 * An index in memory, for some thousands of articles: BM25 over title, body and past solved questions, each by kind of term.
 * Articles of all languages share one index.
 */
export function buildIndex(
  articles: readonly IndexedArticle[],
  calibrator: AnswerCalibrator,
  options: IndexOptions = {},
): ArticleIndex {
  return atOnce(indexSteps(articles, calibrator, options));
}

/** The same in steps of an article or a field. */
export function* indexSteps(
  articles: readonly IndexedArticle[],
  calibrator: AnswerCalibrator,
  { unanswered = [], stock }: IndexOptions = {},
): Steps<ArticleIndex> {
  const builders = (["title", "body", "solved"] as const).flatMap((name) =>
    termKinds.map((kind) => ({ name, kind, weight: weights[name][kind], field: fieldBuilder(bm25) })),
  );
  const finder = nameFinder();
  const hangul: number[] = [];
  for (const article of articles) {
    yield;
    const texts: Record<FieldName, Terms> = {
      title: terms(article.title),
      body: terms(article.body),
      solved: terms((article.solved ?? []).join("\n")),
    };
    for (const { name, kind, field } of builders) field.add(texts[name][kind]);
    for (const text of [article.title, article.body]) finder.add(text);
    hangul.push(hangulShare(`${article.title} ${article.body}`));
  }
  const fields: IndexField[] = [];
  for (const [i, { field, ...rest }] of builders.entries()) {
    yield;
    fields.push({ ...rest, field: field.done(stock?.fields[i]?.field) });
  }
  const size = stock?.size ?? articles.length;
  const index: ArticleIndex = {
    articles,
    size,
    fields,
    wordings: new Map(),
    names: new Set([...finder.found(), ...(stock?.names ?? [])]),
    hangul,
    calibrator,
    unanswered: [...(stock?.unanswered ?? [])],
  };
  for (const text of [...new Set(unanswered)].slice(-mostUnanswered)) {
    yield;
    const asked = terms(text);
    const weigh = (kinds: readonly TermKind[]) => termWeights(fields, size, asked, kinds);
    index.unanswered.push({ text, weights: weigh(likeKinds), grams: weigh(gramKinds) });
  }
  return index;
}

/**
 * The articles that share a term with the question, best first, at most `limit`. The first carries the calibrated confidence
 * that it answers; the others carry 0 and are never accepted. `lang` leaves out articles in
 * other languages, `without` one article, `aside` an unanswered question: the one that is asked.
 */
export function rank(
  index: ArticleIndex,
  query: string,
  limit = 10,
  { lang, without, aside }: { lang?: string; without?: string; aside?: string } = {},
): RankedArticle[] {
  const asked = terms(query);
  const byField = scoreFields(index, asked);
  const scores = byField.total;
  const hangul = hangulShare(query) > 0.3;
  for (let i = 0; i < scores.length; i++) {
    const article = index.articles[i]!;
    if (article.id === without || (lang !== undefined && article.lang !== lang)) scores[i] = 0;
    else if (hangul ? index.hangul[i]! < 0.1 : index.hangul[i]! > 0.9) scores[i]! *= otherScript;
  }
  const order = Array.from(scores.keys())
    .filter((i) => scores[i]! > 0)
    .sort((a, b) => scores[b]! - scores[a]! || a - b);
  if (order.length === 0) return [];
  const features = answerFeatures(index, asked, order, byField, aside);
  const confidence = confidenceOf(index.calibrator, features);
  return order.slice(0, limit).map((article, position) => ({
    articleId: index.articles[article]!.id,
    score: scores[article]!,
    confidence: position === 0 ? confidence : 0,
    accepted: position === 0 && confidence >= index.calibrator.threshold,
    features: position === 0 ? features : {},
  }));
}

export type FieldScores = Record<FieldName | "total", Float64Array>;

/** Every article's score by field, and their sum. */
export function scoreFields(index: ArticleIndex, asked: Terms): FieldScores {
  const n = index.articles.length;
  const scores: FieldScores = {
    title: new Float64Array(n),
    body: new Float64Array(n),
    solved: new Float64Array(n),
    total: new Float64Array(n),
  };
  for (const { name, kind, weight, field } of index.fields) {
    addScores(field, new Set(asked[kind]), weight, scores[name]);
  }
  for (let i = 0; i < n; i++) scores.total[i] = scores.title[i]! + scores.body[i]! + scores.solved[i]!;
  return scores;
}
