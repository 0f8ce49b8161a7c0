import { calibrate, confidenceFeatures, scopeValue, uncalibrated } from "./calibrate.ts";
import { softmax } from "./calibration.ts";
import { crossValidate } from "./cross-validate.ts";
import { blockWeights, extractFeatures } from "./features.ts";
import { type Linear, linearScores, type TrainingSet, trainBayes, trainOneAgainstRest } from "./linear.ts";
import { logisticValue } from "./logistic.ts";
import { type ClassifierModel, quantise, thresholdFor } from "./model.ts";
import { scopeScore } from "./scope.ts";
import { type SvmOptions, squaredNorms } from "./svm.ts";
import type { Classification, TrainingOptions, TrainingRow } from "./types.ts";
import { buildVocabulary, toRows, vectorise } from "./vocabulary.ts";

export { type ClassifierModel, loadModel, serialiseModel, thresholdFor } from "./model.ts";
export type { Classification, TrainingOptions, TrainingRow } from "./types.ts";

const smoothing = 0.05;
/** Below this many labelled rows nothing can be held out. */
const enoughRows = 30;

/**
 * Trains on labelled rows and category names: support vector machines and naive Bayes added into one linear model,
 * its confidence, thresholds and scope fitted on rows the fold models had not seen. Deterministic for the same rows, in the same
 * order, and seed. Synchronous and heavy (ten seconds for 10,000 rows): production code calls `trainInWorker`.
 * Throws when there is no label at all.
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
  const solver: SvmOptions = { cost: 1, passes: 60, tolerance: 0.1, seed: options.seed ?? 1 };
  const all = Int32Array.from(examples.keys());
  const machine = trainOneAgainstRest(set, all, solver);

  const precision = options.precision ?? 0.95;
  const { bayesShare, ...calibration } =
    rows.length < enoughRows
      ? uncalibrated(precision)
      : calibrate(
          crossValidate(set, bags, vocabulary, machine, rows.length, smoothing, solver),
          set.labels.slice(0, rows.length),
          labels.length,
          set.classes,
          precision,
        );
  const counts = bayesShare === 0 ? undefined : trainBayes(set, all, smoothing);
  return {
    header: { version: 1, labels, hasNone, precision, ...calibration },
    vocabulary,
    ...quantise(mix(machine, counts, bayesShare), set.classes),
    bias: machine.bias,
  };
}

/** What the model makes of one text. `precision` other than the trained one uses that precision's threshold. */
export function classify(model: ClassifierModel, text: string, precision?: number): Classification {
  const { header, scales, bias } = model;
  const labels = header.labels.length;
  const vector = vectorise(model.vocabulary, extractFeatures(text));
  const scores = linearScores(model.weights, undefined, scales.length, vector);
  for (let k = 0; k < scores.length; k++) scores[k] = scores[k]! * scales[k]! + bias[k]!;

  const shares = softmax(scores, header.temperature);
  const ranking = header.labels
    .map((label, k) => ({ label, score: shares[k]! }))
    .sort((a, b) => b.score - a.score || (a.label < b.label ? -1 : 1));
  const confidence = header.confidence
    ? logisticValue(header.confidence, confidenceFeatures(scores, shares, labels, vector.known))
    : ranking[0]!.score;
  const inScope = scopeValue(scopeScore(scores, labels, vector.known), header.scope);
  return {
    predicted: ranking[0]!.label,
    confidence,
    accepted: confidence >= thresholdFor(model, precision ?? header.precision) && inScope >= 0.5,
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
