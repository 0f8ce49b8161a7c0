/** How many versions of the classifier are kept to go back to, the one in use apart. */
export const keptVersions = 5;

/** From this many sorted tickets on they are worth more than names and phrases alone. */
export const worthLearning = 20;

/** What a version proved when it was learnt. Shares are 0 to 1; null where there was nothing to measure. */
export type ModelMetrics = {
  /** Sorted tickets it learnt from. */
  rows: number;
  /** Of tickets held out while learning, the share it sorted as people did. */
  heldOut: number | null;
  /** The newest tickets that the version before had not seen: how many, and the share each of the two sorts as people did. */
  newer: { rows: number; before: number } | null;
  /** The share of the newest tickets that this version and the one before sort alike. */
  agrees: number | null;
  seconds: number;
  /** Past questions, answered or not, that taught when to answer; missing or 0: none did. */
  answered?: number;
};

/** The versions that may go: all but the newest few and the one in use. */
export function outdated<Version extends { version: number; inUse: boolean }>(
  versions: readonly Version[],
): Version[] {
  return versions
    .toSorted((a, b) => b.version - a.version)
    .slice(keptVersions)
    .filter(({ inUse }) => !inUse);
}
