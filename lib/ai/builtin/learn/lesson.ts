import type { ModelMetrics } from "#lib/domain/triage/model-versions.ts";
import { oneSpelling, spell } from "../find-answer.ts";
import {
  type AnswerCalibrator,
  buildIndex,
  type IndexedArticle,
  trainAnswerCalibrator,
  unansweredOf,
} from "../retrieve/index.ts";
import type { AnswerQuestion } from "../retrieve/types.ts";
import { classify, loadModel, serialiseModel, trainClassifier } from "./classifier.ts";
import type { TrainingOptions, TrainingRow } from "./types.ts";

export type Lesson = {
  rows: readonly TrainingRow[];
  options?: TrainingOptions;
  /** The version in use, and how many of the rows, oldest first, it had seen. */
  before?: { bytes: Uint8Array; seen: number } | null;
  /** Past questions whose answer is known, and the articles they are answered from. */
  answers?: { articles: readonly IndexedArticle[]; questions: readonly AnswerQuestion[] };
};

export type Learnt = {
  bytes: Uint8Array;
  labels: string[];
  metrics: ModelMetrics;
  /** When to answer and when to keep quiet; null while too few questions have an answer. */
  calibrator: AnswerCalibrator | null;
};

/** With fewer answered questions of its own a desk is as careful as on its first day. */
const worthCalibrating = 30;

/** How many of the newest tickets two versions are compared on. */
const compared = 200;

/** Trains, and says how the new version stands beside the one before. Synchronous and heavy: for a thread of its own. */
export function learnLesson({ rows, options = {}, before, answers }: Lesson): Learnt {
  const started = performance.now();
  const trained = trainClassifier(rows, options);
  const bytes = new Uint8Array(serialiseModel(trained));
  const calibrator = answers ? learnWhenToAnswer(answers) : null;
  const seconds = (performance.now() - started) / 1000;
  const { evidence, labels } = trained.header;
  const metrics = {
    rows: rows.length,
    heldOut: evidence.rows > 0 ? evidence.accuracy : null,
    newer: null,
    agrees: null,
    seconds: Math.round(seconds * 100) / 100,
    answered: calibrator && answers ? answers.questions.length : 0,
  };
  if (!before) return { bytes, labels, metrics, calibrator };

  const own = loadModel(bytes);
  const older = loadModel(before.bytes);
  const newest = rows.slice(-compared);
  const alike = newest.filter(
    ({ text }) => classify(own, text).predicted === classify(older, text).predicted,
  );
  const unseen = rows.slice(Math.max(before.seen, rows.length - compared));
  const right = unseen.filter(({ text, label }) => classify(older, text).predicted === label);
  return {
    bytes,
    labels,
    calibrator,
    metrics: {
      ...metrics,
      newer: unseen.length > 0 ? { rows: unseen.length, before: right.length / unseen.length } : null,
      agrees: newest.length > 0 ? alike.length / newest.length : null,
    },
  };
}

function learnWhenToAnswer({ articles, questions }: NonNullable<Lesson["answers"]>): AnswerCalibrator | null {
  const known = new Set(articles.map(({ id }) => id));
  const asked = questions
    .filter(({ articleId }) => articleId === null || known.has(articleId))
    .map(({ text, articleId }) => ({ text: oneSpelling(text), articleId }));
  if (asked.filter(({ articleId }) => articleId !== null).length < worthCalibrating) return null;
  const index = buildIndex(articles.map(spell), undefined, { unanswered: unansweredOf(asked) });
  return trainAnswerCalibrator(index, asked);
}
