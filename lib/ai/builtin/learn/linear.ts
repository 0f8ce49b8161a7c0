import { bayesWeights } from "./bayes.ts";
import { type BinarySvm, type SvmOptions, type SvmProblem, solveBinary } from "./svm.ts";
import type { SparseVector } from "./vocabulary.ts";

/** Feature-major weights of all classes, with the dual variables that lead to them. */
export type Linear = { weights: Float32Array; bias: Float32Array; alphas: Float64Array[] };

export type TrainingSet = SvmProblem & { classes: number };

/** One machine a class, side by side. `warm` starts from another solution's dual variables. */
export function trainOneAgainstRest(
  set: TrainingSet,
  used: Int32Array,
  options: SvmOptions,
  warm?: readonly Float64Array[],
): Linear {
  const { classes, features } = set;
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const alphas: Float64Array[] = [];
  for (let k = 0; k < classes; k++) {
    const solved: BinarySvm = solveBinary(set, k, used, options, warm?.[k]);
    for (let f = 0; f < features; f++) weights[f * classes + k] = solved.w[f]!;
    bias[k] = solved.bias;
    alphas.push(solved.alpha);
  }
  return { weights, bias, alphas };
}

/** Naive Bayes weights of the same set. */
export function trainBayes(set: TrainingSet, used: Int32Array, smoothing: number): Float32Array {
  return bayesWeights(set.rows, set.labels, set.costs, used, set.classes, set.features, smoothing);
}

/** x·w + bias for every class. */
export function linearScores(
  weights: Float32Array | Int8Array,
  bias: Float32Array | undefined,
  classes: number,
  { index, value }: SparseVector,
): Float64Array {
  const scores = new Float64Array(classes);
  for (let i = 0; i < index.length; i++) {
    const at = index[i]! * classes;
    const v = value[i]!;
    for (let k = 0; k < classes; k++) scores[k]! += v * weights[at + k]!;
  }
  if (bias) for (let k = 0; k < classes; k++) scores[k]! += bias[k]!;
  return scores;
}
