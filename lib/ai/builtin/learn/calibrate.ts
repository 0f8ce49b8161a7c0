import { fitTemperature, softmax } from "./calibration.ts";
import type { OutOfFold } from "./cross-validate.ts";
import { fitLogistic, logisticValue, sigmoid } from "./logistic.ts";
import { certifiedPrecisions, type ModelHeader } from "./model.ts";
import { scopeScore } from "./scope.ts";
import { chooseThreshold, never } from "./threshold.ts";

/** How much of naive Bayes is tried beside the support vector machine; the held-out rows choose. */
const bayesShares = [0, 0.03, 0.06];
/** One-sided certainty that a threshold keeps its precision: the stricter the promise, the stricter the proof. */
const certaintyOf = (precision: number) => (precision >= 0.98 ? 0.85 : 0.6);
/** The share of rows with a label that may look out of scope. */
const outside = 0.03;
const ridge = 5;

type Calibration = Pick<ModelHeader, "temperature" | "confidence" | "thresholds" | "scope" | "evidence">;

/** What a model gets that has too few labelled rows to hold any out: a guessed temperature, and nothing is accepted. */
export function uncalibrated(precision: number): Calibration & { bayesShare: number } {
  return {
    temperature: 0.25,
    confidence: null,
    thresholds: wanted(precision).map((p) => ({ precision: p, threshold: never })),
    scope: { middle: 0.3, width: 0.3 },
    evidence: { rows: 0, accuracy: 0 },
    bayesShare: 0,
  };
}

/**
 * Everything that held-out scores decide: the share of naive Bayes, the temperature, the confidence curve, a threshold for every
 * certified precision, and where out of scope begins. `right` holds class numbers; those from `labels` on mean "none of them".
 */
export function calibrate(
  heldOut: OutOfFold,
  right: Int32Array,
  labels: number,
  classes: number,
  precision: number,
): Calibration & { bayesShare: number } {
  const { scores, share } = bestMix(heldOut, right, classes);
  const { temperature } = fitTemperature({ scores, classes, right });
  const rows = Array.from(right, (truth, r) => {
    const own = scores.subarray(r * classes, (r + 1) * classes);
    const known = heldOut.known[r]!;
    const shares = softmax(own, temperature);
    return {
      features: confidenceFeatures(own, shares, labels, known),
      right: largest(own, labels) === truth,
      inside: truth < labels,
      scope: scopeScore(own, labels, known),
    };
  });
  const confidence = fitLogistic(
    rows.map((row) => row.features),
    rows.map((row) => row.right),
    ridge,
  );
  const outcomes = rows.map((row) => ({
    confidence: logisticValue(confidence, row.features),
    right: row.right,
  }));
  return {
    temperature,
    confidence,
    thresholds: wanted(precision).map((p) => ({
      precision: p,
      threshold: chooseThreshold(outcomes, p, certaintyOf(p)),
    })),
    scope: scopeCurve(rows.filter((row) => row.inside).map((row) => row.scope)),
    evidence: { rows: rows.length, accuracy: rows.filter((row) => row.right).length / rows.length },
    bayesShare: share,
  };
}

/** What tells a right answer from a wrong one: how probable, how far ahead, how strong, and how much of the text was familiar. */
export function confidenceFeatures(
  scores: Float64Array | Float32Array,
  shares: Float64Array,
  labels: number,
  known: readonly number[],
): number[] {
  const top = largest(scores, labels);
  let second = 0;
  for (let k = 0; k < shares.length; k++) if (k !== top && shares[k]! > second) second = shares[k]!;
  const p = Math.min(1 - 1e-6, Math.max(1e-6, shares[top]!));
  return [Math.log(p / (1 - p)), Math.log(p / (second + 1e-9)), scores[top]!, ...known];
}

/** 0 to 1; a half where `outside` of the rows with a label lie below. */
export function scopeValue(score: number, { middle, width }: ModelHeader["scope"]): number {
  return sigmoid((score - middle) / width);
}

function scopeCurve(scores: number[]): ModelHeader["scope"] {
  const sorted = scores.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length * outside)] ?? 0.3;
  const typical = sorted[sorted.length >> 1] ?? 1;
  return { middle, width: Math.max(0.05, (typical - middle) / 3) };
}

/** The mix with the most held-out rows right; of equals, the more likely one. */
function bestMix(
  heldOut: OutOfFold,
  right: Int32Array,
  classes: number,
): { share: number; scores: Float32Array } {
  const mixes = bayesShares.map((share) => {
    const scores = heldOut.svm.map((score, i) => score + share * heldOut.bayes[i]!);
    let hits = 0;
    for (let r = 0; r < right.length; r++) {
      if (largest(scores.subarray(r * classes, (r + 1) * classes), classes) === right[r]) hits++;
    }
    return { share, scores, hits };
  });
  return mixes.reduce((a, b) => (b.hits > a.hits ? b : a));
}

function largest(scores: Float64Array | Float32Array, count: number): number {
  let top = 0;
  for (let k = 1; k < count; k++) if (scores[k]! > scores[top]!) top = k;
  return top;
}

function wanted(precision: number): number[] {
  return [...new Set([...certifiedPrecisions, precision])].sort((a, b) => a - b);
}
