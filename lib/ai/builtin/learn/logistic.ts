import type { Logistic } from "#lib/domain/answers/answer-calibrator.ts";

export type { Logistic };

/**
 * Ridge logistic regression by iteratively reweighted least squares (Newton's method), for a dozen features.
 * `ridge` is the penalty on every squared weight, not on the bias.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  right: readonly boolean[],
  ridge = 1,
): Logistic {
  const width = rows[0]?.length ?? 0;
  const means = Array.from({ length: width }, (_, j) => mean(rows.map((row) => row[j]!)));
  const deviations = means.map((m, j) => Math.sqrt(mean(rows.map((row) => (row[j]! - m) ** 2))) || 1);
  const x = rows.map((row) => [1, ...row.map((value, j) => (value - means[j]!) / deviations[j]!)]);
  const w = new Array<number>(width + 1).fill(0);
  for (let round = 0; round < 25; round++) {
    const gradient = w.map((value, j) => (j === 0 ? 0 : -ridge * value));
    const curvature = w.map((_, i) => w.map((_, j) => (i === j ? (i === 0 ? 1e-6 : ridge) : 0)));
    x.forEach((row, r) => {
      const p = sigmoid(row.reduce((sum, value, j) => sum + value * w[j]!, 0));
      const error = (right[r] ? 1 : 0) - p;
      const spread = Math.max(1e-6, p * (1 - p));
      for (let i = 0; i <= width; i++) {
        gradient[i]! += error * row[i]!;
        for (let j = 0; j <= width; j++) curvature[i]![j]! += spread * row[i]! * row[j]!;
      }
    });
    const step = solve(curvature, gradient);
    step.forEach((value, j) => {
      w[j]! += value;
    });
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  return { means, deviations, weights: w.slice(1), bias: w[0]! };
}

/** The fitted probability of one row. */
export function logisticValue(
  { means, deviations, weights, bias }: Logistic,
  row: readonly number[],
): number {
  let sum = bias;
  for (let j = 0; j < weights.length; j++) sum += (weights[j]! * (row[j]! - means[j]!)) / deviations[j]!;
  return sigmoid(sum);
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Gaussian elimination with row pivoting; the matrix is copied. */
function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  const n = a.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(a[r]![i]!) > Math.abs(a[pivot]![i]!)) pivot = r;
    [a[i], a[pivot]] = [a[pivot]!, a[i]!];
    for (let r = i + 1; r < n; r++) {
      const factor = a[r]![i]! / a[i]![i]!;
      for (let c = i; c <= n; c++) a[r]![c]! -= factor * a[i]![c]!;
    }
  }
  const out = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = a[i]![n]!;
    for (let c = i + 1; c < n; c++) sum -= a[i]![c]! * out[c]!;
    out[i] = sum / a[i]![i]!;
  }
  return out;
}
