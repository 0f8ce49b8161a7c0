import { fitTemperature, softmax } from "./calibration.ts";
import { crossValidate, type OutOfFold } from "./cross-validate.ts";
import { blockWeights, extractFeatures } from "./features.ts";
import { type Linear, linearScores, type TrainingSet, trainBayes, trainOneAgainstRest } from "./linear.ts";
import {
  type ClassifierModel,
  certifiedPrecisions,
  type ModelHeader,
  quantise,
  thresholdFor,
} from "./model.ts";
import { scopeScore } from "./scope.ts";
import { type SvmOptions, squaredNorms } from "./svm.ts";
import { chooseThreshold, never } from "./threshold.ts";
import type { Classification, TrainingOptions, TrainingRow } from "./types.ts";
import { buildVocabulary, toRows, vectorise } from "./vocabulary.ts";

export { type ClassifierModel, loadModel, serialiseModel, thresholdFor } from "./model.ts";
export type { Classification, TrainingOptions, TrainingRow } from "./types.ts";

const smoothing = 0.05;
/** How much of naive Bayes is tried beside the support vector machine; the held-out rows choose. */
const bayesShares = [0, 0.05, 0.1];
const certainty = 0.8;
/** Below this many labelled rows nothing can be certified and the temperature is a guess. */
const enoughRows = 30;
const guessedTemperature = 0.25;

/**
 * Trains on labelled rows and category names: support vector machines and naive Bayes added into one linear model,
 * its temperature, thresholds and scope fitted on rows the fold models had not seen. Deterministic for the same rows, in the same order, and seed.
 * Synchronous and heavy (seconds for 10,000 rows): production code calls `trainInWorker`. Throws when there is no label at all.
 */
export function trainClassifier(
  rows: readonly TrainingRow[],
  options: TrainingOptions = {},
): ClassifierModel {
  const names = options.names ?? {};
  const labels = [...new Set([...rows.flatMap((row) => row.label ?? []), ...Object.keys(names)])].sort();
  if (labels.length === 0) throw new Error("There is no label to learn.");
  const hasNone = rows.some((row) => row.label === null);
  const number = new Map(labels.map((label, k) => [label, k]));

  const examples = [...rows, ...nameRows(names)];
  const bags = examples.map((row) => extractFeatures(row.text));
  const vocabulary = buildVocabulary(bags, examples.length > 2500 ? 2 : 1, blockWeights);
  const vectors = toRows(bags.map((bag) => vectorise(vocabulary, bag)));
  const set: TrainingSet = {
    rows: vectors,
    labels: Int32Array.from(examples, (row) => (row.label === null ? labels.length : number.get(row.label)!)),
    costs: Float32Array.from(examples, (row) => row.weight ?? 1),
    squaredNorms: squaredNorms(vectors),
    features: vocabulary.hashes.length,
    classes: labels.length + (hasNone ? 1 : 0),
  };
  const solver: SvmOptions = {
    cost: 1,
    positiveCost: 4,
    passes: 60,
    tolerance: 0.1,
    seed: options.seed ?? 1,
  };
  const all = Int32Array.from(examples.keys());
  const machine = trainOneAgainstRest(set, all, solver);
  const precision = options.precision ?? 0.95;

  const folds = rows.length < 2000 ? 10 : 5;
  const heldOut =
    rows.length < enoughRows
      ? undefined
      : crossValidate(set, bags, vocabulary, machine, rows.length, folds, smoothing, solver);
  const fitted = calibrate(set, labels, hasNone, precision, heldOut);
  const counts = fitted.bayesShare === 0 ? undefined : trainBayes(set, all, smoothing);
  return {
    header: fitted.header,
    vocabulary,
    ...quantise(mix(machine, counts, fitted.bayesShare), set.classes),
    bias: machine.bias,
  };
}

/** What the model makes of one text. `precision` other than the trained one uses that precision's threshold. */
export function classify(model: ClassifierModel, text: string, precision?: number): Classification {
  const { header, scales, bias } = model;
  const vector = vectorise(model.vocabulary, extractFeatures(text));
  const scores = linearScores(model.weights, undefined, scales.length, vector);
  for (let k = 0; k < scores.length; k++) scores[k] = scores[k]! * scales[k]! + bias[k]!;

  const shares = softmax(scores, header.temperature);
  const ranking = header.labels
    .map((label, k) => ({ label, score: shares[k]! }))
    .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
  const best = ranking[0]!;
  const inScope =
    1 /
    (1 +
      Math.exp(
        -(scopeScore(scores, header.labels.length, vector.known) - header.scope.middle) / header.scope.width,
      ));
  return {
    predicted: best.label,
    confidence: best.score,
    accepted: best.score >= thresholdFor(model, precision ?? header.precision),
    inScope,
    ranking,
  };
}

/** Category names, descriptions and phrases as training rows. */
function nameRows(names: Readonly<Record<string, readonly string[]>>): TrainingRow[] {
  return Object.entries(names).flatMap(([label, texts]) => texts.map((text) => ({ text, label })));
}

function mix(machine: Linear, counts: Float32Array | undefined, share: number): Float32Array {
  if (!counts) return machine.weights;
  return machine.weights.map((weight, i) => weight + share * counts[i]!);
}

/** Everything that held-out scores decide. Without them: a guessed temperature, and nothing is accepted. */
function calibrate(
  set: TrainingSet,
  labels: string[],
  hasNone: boolean,
  precision: number,
  heldOut: OutOfFold | undefined,
): { header: ModelHeader; bayesShare: number } {
  const wanted = [...new Set([...certifiedPrecisions, precision])].sort((a, b) => a - b);
  const header: ModelHeader = {
    version: 1,
    labels,
    hasNone,
    temperature: guessedTemperature,
    precision,
    thresholds: wanted.map((p) => ({ precision: p, threshold: never })),
    scope: { middle: 0.3, width: 0.3 },
    evidence: { rows: 0, accuracy: 0 },
  };
  if (!heldOut) return { header, bayesShare: 0 };

  const { classes } = set;
  const right = set.labels.slice(0, heldOut.rows.length);
  const candidates = bayesShares.map((share) => {
    const scores = heldOut.svm.map((score, i) => score + share * heldOut.bayes[i]!);
    return { share, scores, ...fitTemperature({ scores, classes, right }) };
  });
  const best = candidates.reduce((a, b) => (b.loss < a.loss ? b : a));
  const outcomes: { confidence: number; right: boolean }[] = [];
  const scopes: number[] = [];
  for (let r = 0; r < right.length; r++) {
    const scores = best.scores.subarray(r * classes, (r + 1) * classes);
    const shares = softmax(scores, best.temperature);
    let top = 0;
    for (let k = 1; k < labels.length; k++) if (shares[k]! > shares[top]!) top = k;
    outcomes.push({ confidence: shares[top]!, right: top === right[r] });
    if (right[r]! < labels.length) scopes.push(scopeScore(scores, labels.length, heldOut.known[r]!));
  }
  scopes.sort((a, b) => a - b);
  const middle = scopes[Math.floor(scopes.length * 0.05)] ?? 0.3;
  header.temperature = best.temperature;
  header.thresholds = wanted.map((p) => ({
    precision: p,
    threshold: chooseThreshold(outcomes, p, certainty),
  }));
  header.scope = { middle, width: Math.max(0.05, ((scopes[scopes.length >> 1] ?? 1) - middle) / 3) };
  header.evidence = {
    rows: right.length,
    accuracy: outcomes.filter((outcome) => outcome.right).length / Math.max(1, outcomes.length),
  };
  return { header, bayesShare: best.share };
}
