/** One prediction against the truth; `right` is false for everything that should not have been answered. */
export type Outcome = { confidence: number; right: boolean };

/**
 * Expected calibration error in percent: 15 bins of equal width over confidence, the gap between mean confidence and
 * accuracy weighted by the bin's share (M. Naeini, G. Cooper, M. Hauskrecht, AAAI 2015).
 */
export function calibrationError(outcomes: readonly Outcome[], bins = 15): number {
  const sums = Array.from({ length: bins }, () => ({ confidence: 0, right: 0, count: 0 }));
  for (const { confidence, right } of outcomes) {
    const bin = sums[Math.min(bins - 1, Math.floor(confidence * bins))]!;
    bin.confidence += confidence;
    bin.right += right ? 1 : 0;
    bin.count++;
  }
  const gaps = sums.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0);
  return (100 * gaps) / Math.max(1, outcomes.length);
}

/** Area under the ROC curve, 0 to 1, by ranks with ties shared; null when one side is empty. */
export function auroc(positive: readonly number[], negative: readonly number[]): number | null {
  if (positive.length === 0 || negative.length === 0) return null;
  const all = [
    ...positive.map((value) => ({ value, one: 1 })),
    ...negative.map((value) => ({ value, one: 0 })),
  ];
  all.sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j]!.value === all[i]!.value) j++;
    const rank = (i + j + 1) / 2;
    for (let k = i; k < j; k++) rankSum += rank * all[k]!.one;
    i = j;
  }
  const n = positive.length;
  return (rankSum - (n * (n + 1)) / 2) / (n * negative.length);
}

/** The mean over labels of F1, 0 to 1, over the labels that occur in the truth. */
export function macroF1(pairs: readonly { truth: string; predicted: string }[]): number {
  const counts = new Map<string, { hit: number; missed: number; wrong: number }>();
  const of = (label: string) => {
    const known = counts.get(label) ?? { hit: 0, missed: 0, wrong: 0 };
    counts.set(label, known);
    return known;
  };
  for (const { truth, predicted } of pairs) {
    if (truth === predicted) of(truth).hit++;
    else {
      of(truth).missed++;
      of(predicted).wrong++;
    }
  }
  const inTruth = [...counts.values()].filter((c) => c.hit + c.missed > 0);
  const sum = inTruth.reduce((total, c) => total + (2 * c.hit) / (2 * c.hit + c.missed + c.wrong), 0);
  return inTruth.length === 0 ? 0 : sum / inTruth.length;
}

/** Precision (null when nothing was accepted) and coverage of the accepted ones. */
export function atThreshold(outcomes: readonly (Outcome & { accepted: boolean })[]): {
  precision: number | null;
  coverage: number;
} {
  const accepted = outcomes.filter((outcome) => outcome.accepted);
  const right = accepted.filter((outcome) => outcome.right).length;
  return {
    precision: accepted.length === 0 ? null : right / accepted.length,
    coverage: outcomes.length === 0 ? 0 : accepted.length / outcomes.length,
  };
}

/** The largest share that a threshold chosen with hindsight could accept at `precision`: an upper limit for reports, never a setting. */
export function oracleCoverage(outcomes: readonly Outcome[], precision: number): number {
  const sorted = outcomes.toSorted((a, b) => b.confidence - a.confidence);
  let right = 0;
  let best = 0;
  sorted.forEach((outcome, i) => {
    if (outcome.right) right++;
    if (right / (i + 1) >= precision) best = i + 1;
  });
  return outcomes.length === 0 ? 0 : best / outcomes.length;
}

/** Mean reciprocal rank and recall within one and five, over the questions that have an answer. `rank` counts from 1; 0 = not found. */
export function rankFigures(ranks: readonly number[]): { mrr: number; recallAt1: number; recallAt5: number } {
  const n = Math.max(1, ranks.length);
  const within = (limit: number) => ranks.filter((rank) => rank >= 1 && rank <= limit).length / n;
  return {
    mrr: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / n,
    recallAt1: within(1),
    recallAt5: within(5),
  };
}
