import { fitLogistic, type Logistic, logisticValue } from "../learn/logistic.ts";
import { seeded, shuffled } from "../learn/random.ts";
import { chooseThreshold, never } from "../learn/threshold.ts";
import { type AnswerFeatures, answerFeatureNames } from "./answer-features.ts";
import { type ArticleIndex, rank } from "./index.ts";
import type { AnswerQuestion } from "./types.ts";

/** Turns features into the probability that the first article answers, and says from where on to trust it. */
export type AnswerCalibrator = { logistic: Logistic; threshold: number; precision: number; rows: number };

const folds = 10;
const certainty = 0.6;

/** The calibrated probability that the first article answers, 0 to 1. */
export function confidenceOf(calibrator: AnswerCalibrator, features: AnswerFeatures): number {
  return logisticValue(calibrator.logistic, values(features));
}

/**
 * Learns when the first article answers from questions whose answer is known; those without one (`articleId: null`) teach when to
 * keep quiet. The threshold is chosen on confidences of questions that the fold did not learn from. With fewer than 30 questions the
 * index's calibrator comes back unchanged.
 */
export function trainAnswerCalibrator(
  index: ArticleIndex,
  questions: readonly AnswerQuestion[],
  precision = 0.95,
): AnswerCalibrator {
  const samples = questions.map(({ text, articleId }) => {
    const best = rank(index, text, 1)[0];
    return {
      features: best ? values(best.features as AnswerFeatures) : undefined,
      right: best !== undefined && best.articleId === articleId,
    };
  });
  const usable = samples.filter((sample) => sample.features !== undefined) as {
    features: number[];
    right: boolean;
  }[];
  if (usable.length < 30) return { ...index.calibrator, precision };
  const order = shuffled([...usable.keys()], seeded(1));
  const outcomes = Array.from({ length: folds }, (_, f) => f).flatMap((f) => {
    const inside = order.filter((_, i) => i % folds !== f).map((i) => usable[i]!);
    const logistic = fitSamples(inside);
    return order
      .filter((_, i) => i % folds === f)
      .map((i) => ({ confidence: logisticValue(logistic, usable[i]!.features), right: usable[i]!.right }));
  });
  return {
    logistic: fitSamples(usable),
    threshold: chooseThreshold(outcomes, precision, certainty),
    precision,
    rows: usable.length,
  };
}

function fitSamples(samples: readonly { features: number[]; right: boolean }[]): Logistic {
  return fitLogistic(
    samples.map((sample) => sample.features),
    samples.map((sample) => sample.right),
  );
}

function values(features: AnswerFeatures): number[] {
  return answerFeatureNames.map((name) => features[name]);
}

/** For a desk without history: set by hand, cautious, and accepting nothing. Weights follow `answerFeatureNames`. */
export const conservativeCalibrator: AnswerCalibrator = {
  logistic: {
    means: [3, 2, 0.3, 0.4, 0.4, 0.6, 0.6, 0.2, 0.3, 1.2, 1.8],
    deviations: [0.6, 1, 0.2, 0.25, 0.3, 0.25, 0.25, 0.3, 0.2, 0.8, 0.5],
    weights: [0.3, 0.3, 0.5, 0.5, 0.4, 0.5, 0.5, 0.2, 0.3, 0.3, 0],
    bias: -0.2,
  },
  threshold: never,
  precision: 0.95,
  rows: 0,
};
