import { fitLogistic, type Logistic, logisticValue } from "../learn/logistic.ts";
import { seeded, shuffled } from "../learn/random.ts";
import { chooseThreshold } from "../learn/threshold.ts";
import type { AnswerFeatures } from "./answer-features.ts";
import { type ArticleIndex, buildIndex, rank } from "./article-index.ts";
import { type AnswerCalibrator, values } from "./confidence.ts";
import { practiceDesks } from "./practice-desk.ts";
import type { AnswerQuestion, IndexedArticle } from "./types.ts";

type Sample = { features: number[]; right: boolean };

const folds = 10;
const ridge = 6;
const certainty = 0.4;
const everySecond = 2;
/** Fewer questions than this cannot stand alone: the practice desk's are added. */
const enough = 150;

/**
 * Learns when the first article answers from questions whose answer is known; those without one (`articleId: null`) teach when to
 * keep quiet. The threshold is chosen on questions that the fold did not learn from. A question that is also indexed as solved is
 * judged by an index without it. Where no question is unanswerable, every second is asked once more with its article taken away.
 * A question of the index's unanswered ones is judged as if it had not been asked before. No questions: the practice desk's calibrator.
 */
export function trainAnswerCalibrator(
  index: ArticleIndex,
  questions: readonly AnswerQuestion[],
  precision = 0.95,
): AnswerCalibrator {
  const own = samplesOf(index, questions);
  const samples = own.length < enough ? [...own, ...practice(index.unanswered.length > 0)] : own;
  return { ...fitCalibrator(samples, precision), rows: own.length };
}

/** The calibrator for a desk without history. The practice desk certifies no high precision, so the probability itself must reach it. */
export function defaultCalibrator(precision = 0.95): AnswerCalibrator {
  const known = defaults.get(precision);
  if (known) return known;
  const fitted = fitCalibrator(practice(false), precision);
  const calibrator = { ...fitted, threshold: Math.min(fitted.threshold, precision), rows: 0 };
  defaults.set(precision, calibrator);
  return calibrator;
}

const defaults = new Map<number, AnswerCalibrator>();

const practised = new Map<boolean, Sample[]>();

/** The practice desks' questions; `remembered`: as asked of a desk that knows which questions it could not answer. */
function practice(remembered: boolean): Sample[] {
  const known = practised.get(remembered);
  if (known) return known;
  const samples = practiceDesks().flatMap(({ articles, questions }) =>
    samplesOf(
      buildIndex(articles, untrained, { unanswered: remembered ? unansweredOf(questions) : [] }),
      questions,
    ),
  );
  practised.set(remembered, samples);
  return samples;
}

/** The questions that no article answers. */
export function unansweredOf(questions: readonly AnswerQuestion[]): string[] {
  return questions.flatMap(({ text, articleId }) => (articleId === null ? [text] : []));
}

function fitCalibrator(samples: readonly Sample[], precision: number): Omit<AnswerCalibrator, "rows"> {
  const order = shuffled([...samples.keys()], seeded(1));
  const part = (f: number, inside: boolean) =>
    order.filter((_, i) => (i % folds === f) === inside).map((i) => samples[i]!);
  const outcomes = Array.from({ length: folds }, (_, f) => {
    const logistic = fitSamples(part(f, false));
    return part(f, true).map(({ features, right }) => ({
      confidence: logisticValue(logistic, features),
      right,
    }));
  }).flat();
  return {
    logistic: fitSamples(samples),
    threshold: chooseThreshold(outcomes, precision, certainty),
    precision,
  };
}

function fitSamples(samples: readonly Sample[]): Logistic {
  return fitLogistic(
    samples.map((sample) => sample.features),
    samples.map((sample) => sample.right),
    ridge,
  );
}

function samplesOf(index: ArticleIndex, questions: readonly AnswerQuestion[]): Sample[] {
  const gaps = questions.some((question) => question.articleId === null) ? 0 : everySecond;
  const indexed = new Set(index.articles.flatMap((article) => article.solved ?? []));
  const fresh = questions.filter((question) => !indexed.has(question.text));
  const repeated = questions.filter((question) => indexed.has(question.text));
  const parts = Math.min(5, repeated.length);
  return [
    ...fresh.flatMap((question, i) => sampleOf(index, question, gaps > 0 && i % gaps === 0)),
    ...Array.from({ length: parts }, (_, f) => {
      const held = repeated.filter((_, i) => i % parts === f);
      const unanswered = index.unanswered.map((question) => question.text);
      const without = buildIndex(withoutSolved(index.articles, held), untrained, { unanswered });
      return held.flatMap((question, i) => sampleOf(without, question, gaps > 0 && i % gaps === 0));
    }).flat(),
  ];
}

/** What the calibrator sees of one question; `twice` adds the same with its article taken away, where any answer is wrong. */
function sampleOf(index: ArticleIndex, { text, articleId }: AnswerQuestion, twice = false): Sample[] {
  const best = rank(index, text, 1, { aside: text })[0];
  const gap = twice && articleId !== null ? rank(index, text, 1, { without: articleId })[0] : undefined;
  return [best, gap].flatMap((found) =>
    found
      ? [
          {
            features: values(found.features as AnswerFeatures),
            right: found === best && found.articleId === articleId,
          },
        ]
      : [],
  );
}

function withoutSolved(
  articles: readonly IndexedArticle[],
  held: readonly AnswerQuestion[],
): IndexedArticle[] {
  const texts = new Set(held.map((question) => question.text));
  return articles.map((article) => ({
    ...article,
    solved: article.solved?.filter((text) => !texts.has(text)),
  }));
}

/** Only for ranking while a calibrator is being learned. */
const untrained: AnswerCalibrator = {
  logistic: { means: [], deviations: [], weights: [], bias: 0 },
  threshold: 2,
  precision: 1,
  rows: 0,
};
