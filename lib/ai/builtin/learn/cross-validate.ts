import type { FeatureBag } from "./features.ts";
import { type Linear, linearScores, type TrainingSet, trainBayes, trainOneAgainstRest } from "./linear.ts";
import { seeded, shuffled } from "./random.ts";
import type { SvmOptions } from "./svm.ts";
import { type SparseRows, type Vocabulary, vectorise } from "./vocabulary.ts";

/** Scores of rows by models that did not see them; scores have `classes` a row. */
export type OutOfFold = { svm: Float32Array; bayes: Float32Array; known: number[][] };

/**
 * Scores every row below `labelled` by a model trained without its fold. Rows from there on (category names) train every fold.
 * Features that only the held-out rows have count as unknown, as they would for a new ticket. Each fold starts from the full solution
 * (`full`), which leaves it the same optimum in a fraction of the passes.
 */
export function crossValidate(
  set: TrainingSet,
  bags: readonly FeatureBag[],
  vocabulary: Vocabulary,
  full: Linear,
  labelled: number,
  smoothing: number,
  options: SvmOptions,
): OutOfFold {
  const { classes } = set;
  const folds = labelled < 2000 ? 10 : 5;
  const fold = assignFolds(set.labels, labelled, folds, options.seed);
  const svm = new Float32Array(labelled * classes);
  const bayes = new Float32Array(labelled * classes);
  const known: number[][] = [];
  for (let f = 0; f < folds; f++) {
    const used = Int32Array.from(bags.keys()).filter((row) => row >= labelled || fold[row] !== f);
    const machine = trainOneAgainstRest(set, used, options, full.alphas);
    const counts = trainBayes(set, used, smoothing);
    const seen = featuresOf(set.rows, used, set.features);
    for (let row = 0; row < labelled; row++) {
      if (fold[row] !== f) continue;
      const vector = vectorise(vocabulary, bags[row]!, seen);
      svm.set(linearScores(machine.weights, machine.bias, classes, vector), row * classes);
      bayes.set(linearScores(counts, undefined, classes, vector), row * classes);
      known[row] = vector.known;
    }
  }
  return { svm, bayes, known };
}

/** Deals the rows of each class evenly over the folds, in a repeatable random order. */
function assignFolds(labels: Int32Array, labelled: number, folds: number, seed: number): Int32Array {
  const random = seeded(seed);
  const byClass = Map.groupBy(
    Array.from({ length: labelled }, (_, row) => row),
    (row) => labels[row]!,
  );
  const fold = new Int32Array(labelled);
  let next = 0;
  for (const k of [...byClass.keys()].sort((a, b) => a - b)) {
    for (const row of shuffled(byClass.get(k)!, random)) fold[row] = next++ % folds;
  }
  return fold;
}

function featuresOf(rows: SparseRows, used: Int32Array, features: number): Uint8Array {
  const seen = new Uint8Array(features);
  for (const row of used)
    for (let p = rows.starts[row]!; p < rows.starts[row + 1]!; p++) seen[rows.index[p]!] = 1;
  return seen;
}
