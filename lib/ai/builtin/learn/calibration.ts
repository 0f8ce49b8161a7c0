/** Rows of `classes` scores each, with the number of the right class. */
export type ScoredRows = { scores: Float32Array; classes: number; right: Int32Array };

/** Softmax of `scores` divided by `temperature`, in place of a new array. */
export function softmax(scores: Float64Array | Float32Array, temperature: number): Float64Array {
  const out = new Float64Array(scores.length);
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let k = 0; k < out.length; k++) {
    out[k] = Math.exp((scores[k]! - top) / temperature);
    sum += out[k]!;
  }
  for (let k = 0; k < out.length; k++) out[k]! /= sum;
  return out;
}

/**
 * The temperature under which held-out labels are most likely (C. Guo, G. Pleiss, Y. Sun, K. Weinberger,
 * "On calibration of modern neural networks", ICML 2017), by golden-section search over its logarithm.
 */
export function fitTemperature(all: ScoredRows): { temperature: number; loss: number } {
  const rows = sample(all);
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(0.01);
  let high = Math.log(5);
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let leftLoss = logLoss(rows, Math.exp(left));
  let rightLoss = logLoss(rows, Math.exp(right));
  for (let i = 0; i < 22; i++) {
    if (leftLoss < rightLoss) {
      high = right;
      right = left;
      rightLoss = leftLoss;
      left = high - golden * (high - low);
      leftLoss = logLoss(rows, Math.exp(left));
    } else {
      low = left;
      left = right;
      leftLoss = rightLoss;
      right = low + golden * (high - low);
      rightLoss = logLoss(rows, Math.exp(right));
    }
  }
  return { temperature: Math.exp((low + high) / 2), loss: Math.min(leftLoss, rightLoss) };
}

function logLoss({ scores, classes, right }: ScoredRows, temperature: number): number {
  let loss = 0;
  for (let r = 0; r < right.length; r++) {
    const at = r * classes;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classes; k++) if (scores[at + k]! > top) top = scores[at + k]!;
    let sum = 0;
    for (let k = 0; k < classes; k++) sum += Math.exp((scores[at + k]! - top) / temperature);
    loss += Math.log(sum) - (scores[at + right[r]!]! - top) / temperature;
  }
  return loss / Math.max(1, right.length);
}

/** At most `enough` rows, evenly spread: more do not move a single number. */
function sample(rows: ScoredRows, enough = 3000): ScoredRows {
  const every = Math.ceil(rows.right.length / enough);
  if (every <= 1) return rows;
  const { classes } = rows;
  const kept = Int32Array.from({ length: Math.ceil(rows.right.length / every) }, (_, i) => i * every);
  const scores = new Float32Array(kept.length * classes);
  kept.forEach((row, i) => {
    scores.set(rows.scores.subarray(row * classes, (row + 1) * classes), i * classes);
  });
  return { scores, classes, right: kept.map((row) => rows.right[row]!) };
}
