/** Of a hundred. Of nothing, all. */
export function percent<T>(list: readonly T[], holds: (item: T) => boolean): number {
  return list.length === 0 ? 100 : (100 * list.filter(holds).length) / list.length;
}

/** The harmonic mean of precision and recall, of a hundred. */
export function f1<T>(list: readonly T[], truth: (item: T) => boolean, said: (item: T) => boolean): number {
  const hits = list.filter((item) => truth(item) && said(item)).length;
  const both = list.filter(truth).length + list.filter(said).length;
  return both === 0 ? 100 : (200 * hits) / both;
}
