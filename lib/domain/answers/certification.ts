/** What a category has to prove before the assistant may send in it by itself. */
export const certificationTarget = { precision: 0.95, confidence: 0.9 } as const;

export type PrecisionBounds = { low: number; high: number };

/**
 * Clopper-Pearson bounds of a share, each one-sided at `confidence` (Clopper & Pearson, Biometrika 1934): the
 * true share is below `low`, or above `high`, in at most one case of ten each at 0.9. Exact for small numbers.
 */
export function clopperPearson(right: number, judged: number, confidence: number): PrecisionBounds {
  const alpha = 1 - confidence;
  const low = right === 0 ? 0 : solve((p) => 1 - atMost(right - 1, judged, p) - alpha);
  const high = right === judged ? 1 : solve((p) => alpha - atMost(right, judged, p));
  return { low, high };
}

export function isCertifiable(right: number, judged: number): boolean {
  const { precision, confidence } = certificationTarget;
  return judged > 0 && clopperPearson(right, judged, confidence).low >= precision;
}

/** How many more confirmed decisions without an error would certify: 45 from nothing, 77 after one error. */
export function confirmationsMissing(right: number, judged: number): number {
  let low = 0;
  let high = 64;
  while (!isCertifiable(right + high, judged + high)) {
    low = high + 1;
    high *= 2;
    if (high > 1_000_000) return high;
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isCertifiable(right + middle, judged + middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** P(X ≤ k) of a binomial distribution, summed by logarithms so that thousands do not underflow. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  let log = n * Math.log1p(-p);
  let sum = Math.exp(log);
  for (let i = 1; i <= k; i++) {
    log += Math.log((n - i + 1) / i) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

/** The root of a function that rises over 0..1, to about 1e-9. */
function solve(rising: (p: number) => number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
