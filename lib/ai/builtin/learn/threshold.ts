/**
 * The exact lower bound of a success rate after `successes` of `trials`, at one-sided `confidence`
 * (C. Clopper, E. Pearson, "The use of confidence or fiducial limits", Biometrika 26, 1934). 0 when nothing was tried.
 */
export function lowerBound(successes: number, trials: number, confidence: number): number {
  if (trials === 0 || successes === 0) return 0;
  let low = 0;
  let high = successes / trials;
  for (let i = 0; i < 40; i++) {
    const rate = (low + high) / 2;
    if (atLeast(successes, trials, rate) > 1 - confidence) high = rate;
    else low = rate;
  }
  return low;
}

/** P(X ≥ successes) for X ~ Binomial(trials, rate), summed over the smaller side that matters: the failures. */
function atLeast(successes: number, trials: number, rate: number): number {
  let log = trials * Math.log(rate);
  let sum = Math.exp(log);
  const odds = Math.log((1 - rate) / rate);
  for (let failures = 1; failures <= trials - successes; failures++) {
    log += Math.log((trials - failures + 1) / failures) + odds;
    sum += Math.exp(log);
  }
  return sum;
}

/** A threshold no confidence reaches: nothing is accepted. */
export const never = 2;

/**
 * The lowest confidence from which on decisions were right often enough that the true precision is at least `precision`
 * with the given one-sided certainty; `never` when the evidence does not allow any. Equal confidences stand or fall together.
 */
export function chooseThreshold(
  outcomes: readonly { confidence: number; right: boolean }[],
  precision: number,
  certainty: number,
): number {
  const sorted = outcomes.toSorted((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = never;
  for (let i = 0; i < sorted.length; i++) {
    if (sorted[i]!.right) right++;
    const next = sorted[i + 1];
    if (next && next.confidence === sorted[i]!.confidence) continue;
    if (right / (i + 1) < precision) continue;
    if (atLeast(right, i + 1, precision) <= 1 - certainty) threshold = sorted[i]!.confidence;
  }
  return threshold;
}
