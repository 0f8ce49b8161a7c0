export type Quantiles = { p50: number; p95: number; most: number };

/** In milliseconds, to a tenth. */
export function quantiles(times: readonly number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]! * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}
