import type { AnswerCalibrator } from "#lib/domain/answers/answer-calibrator.ts";
import { logisticValue } from "../learn/logistic.ts";
import { type AnswerFeatures, answerFeatureNames } from "./answer-features.ts";

export type { AnswerCalibrator };

/** A stored calibrator may be of a version that looked at other features. */
export function understands({ logistic }: AnswerCalibrator): boolean {
  return logistic.weights.length === answerFeatureNames.length;
}

/** The calibrated probability that the first article answers, 0 to 1. */
export function confidenceOf(calibrator: AnswerCalibrator, features: AnswerFeatures): number {
  return logisticValue(calibrator.logistic, values(features));
}

export function values(features: AnswerFeatures): number[] {
  return answerFeatureNames.map((name) => features[name]);
}
