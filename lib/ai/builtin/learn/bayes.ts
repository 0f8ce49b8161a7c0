import type { SparseRows } from "./vocabulary.ts";

/**
 * Multinomial naive Bayes over tf-idf weights (J. Rennie et al., "Tackling the poor assumptions of naive Bayes text classifiers", ICML 2003)
 * as a linear model: feature-major log-probabilities, centred over the classes so that they can be added to another
 * linear model. `smoothing` is the Lidstone constant.
 */
export function bayesWeights(
  rows: SparseRows,
  labels: Int32Array,
  costs: Float32Array,
  used: Int32Array,
  classes: number,
  features: number,
  smoothing: number,
): Float32Array {
  const weights = new Float32Array(features * classes);
  const totals = new Float64Array(classes);
  for (const row of used) {
    const k = labels[row]!;
    if (k < 0) continue;
    for (let p = rows.starts[row]!; p < rows.starts[row + 1]!; p++) {
      const mass = rows.value[p]! * costs[row]!;
      weights[rows.index[p]! * classes + k]! += mass;
      totals[k]! += mass;
    }
  }
  const logTotals = totals.map((total) => Math.log(total + smoothing * features));
  const unseen = Math.log(smoothing);
  for (let f = 0; f < features; f++) {
    const at = f * classes;
    let mean = 0;
    for (let k = 0; k < classes; k++) {
      const mass = weights[at + k]!;
      const log = (mass === 0 ? unseen : Math.log(mass + smoothing)) - logTotals[k]!;
      weights[at + k] = log;
      mean += log / classes;
    }
    for (let k = 0; k < classes; k++) weights[at + k]! -= mean;
  }
  return weights;
}
