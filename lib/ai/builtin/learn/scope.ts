/**
 * How much a text looks like any of the labels: the best one-against-rest score plus the shares of its words and of its
 * character n-grams seen in training, less the pull of the "none of them" class where there is one. Only comparable within one model.
 */
export function scopeScore(
  scores: Float64Array | Float32Array,
  labels: number,
  known: readonly number[],
): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < labels; k++) if (scores[k]! > top) top = scores[k]!;
  let score = top;
  for (const share of known) score += share;
  if (scores.length > labels) score -= Math.max(-1, scores[labels]!) + 1;
  return score;
}
