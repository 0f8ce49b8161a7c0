import { seeded } from "./random.ts";
import type { SparseRows } from "./vocabulary.ts";

export type SvmOptions = {
  /** LIBLINEAR's C. */
  cost: number;
  passes: number;
  tolerance: number;
  seed: number;
};

/** `labels[row]` is a class number; -1 makes the row nobody's positive. `costs` weighs rows. */
export type SvmProblem = {
  rows: SparseRows;
  labels: Int32Array;
  costs: Float32Array;
  squaredNorms: Float64Array;
  features: number;
};

export type BinarySvm = { w: Float32Array; bias: number; alpha: Float64Array };

/**
 * Class `positive` against all others: a linear support vector machine with squared hinge loss, solved by dual
 * coordinate descent with shrinking: C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. Keerthi, S. Sundararajan,
 * "A dual coordinate descent method for large-scale linear SVM", ICML 2008 (algorithm 3, L2 loss).
 * The bias is one more feature of value 1. Only the rows in `used` are seen. `warm` gives the dual variables of a solution with
 * a few more rows: rows that did not support it and still do not are set aside at first sight, and not looked at again.
 */
export function solveBinary(
  problem: SvmProblem,
  positive: number,
  used: Int32Array,
  options: SvmOptions,
  warm?: Float64Array,
): BinarySvm {
  const { rows, labels, costs, squaredNorms } = problem;
  const { starts, index, value } = rows;
  const alpha = new Float64Array(labels.length);
  const w = new Float32Array(problem.features);
  let bias = 0;

  const move = (row: number, step: number) => {
    bias += step;
    const end = starts[row + 1]!;
    for (let p = starts[row]!; p < end; p++) w[index[p]!]! += step * value[p]!;
  };
  if (warm) {
    for (const row of used) {
      alpha[row] = warm[row]!;
      if (alpha[row] > 0) move(row, labels[row] === positive ? alpha[row] : -alpha[row]);
    }
  }

  const order = used.slice();
  const random = seeded(options.seed + positive);
  let active = order.length;
  let upper = warm ? 0 : Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < options.passes; pass++) {
    shuffle(order, active, random);
    let largest = Number.NEGATIVE_INFINITY;
    let smallest = Number.POSITIVE_INFINITY;
    for (let s = 0; s < active; s++) {
      const row = order[s]!;
      const y = labels[row] === positive ? 1 : -1;
      const diagonal = 0.5 / (options.cost * costs[row]!);
      const a = alpha[row]!;
      let score = bias;
      const end = starts[row + 1]!;
      for (let p = starts[row]!; p < end; p++) score += w[index[p]!]! * value[p]!;
      const gradient = y * score - 1 + a * diagonal;
      if (a === 0 && gradient > upper) {
        active--;
        order[s] = order[active]!;
        order[active] = row;
        s--;
        continue;
      }
      const projected = a === 0 ? Math.min(gradient, 0) : gradient;
      largest = Math.max(largest, projected);
      smallest = Math.min(smallest, projected);
      if (Math.abs(projected) > 1e-12) {
        const updated = Math.max(a - gradient / (squaredNorms[row]! + 1 + diagonal), 0);
        alpha[row] = updated;
        move(row, (updated - a) * y);
      }
    }
    if (largest - smallest <= options.tolerance) {
      if (warm || active === order.length) break;
      active = order.length;
      upper = Number.POSITIVE_INFINITY;
    } else {
      upper = largest <= 0 ? Number.POSITIVE_INFINITY : largest;
    }
  }
  return { w, bias, alpha };
}

/** x·x for every row. */
export function squaredNorms({ starts, value }: SparseRows): Float64Array {
  const norms = new Float64Array(starts.length - 1);
  for (let r = 0; r < norms.length; r++) {
    for (let p = starts[r]!; p < starts[r + 1]!; p++) norms[r]! += value[p]! ** 2;
  }
  return norms;
}

function shuffle(order: Int32Array, count: number, random: () => number): void {
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (count - i));
    const other = order[j]!;
    order[j] = order[i]!;
    order[i] = other;
  }
}
