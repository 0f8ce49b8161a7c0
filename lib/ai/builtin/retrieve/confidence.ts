import { type Logistic, logisticValue } from "../learn/logistic.ts";
import { type AnswerFeatures, answerFeatureNames } from "./answer-features.ts";

/** Turns features into the probability that the first article answers, and says from where on to trust it. Plain data: store it as JSON. */
export type AnswerCalibrator = {
  logistic: Logistic;
  threshold: number;
  precision: number;
  /** How many of the desk's own questions taught it; 0 = the practice desk alone. */
  rows: number;
};

/** The calibrated probability that the first article answers, 0 to 1. */
export function confidenceOf(calibrator: AnswerCalibrator, features: AnswerFeatures): number {
  return logisticValue(calibrator.logistic, values(features));
}

export function values(features: AnswerFeatures): number[] {
  return answerFeatureNames.map((name) => features[name]);
}
