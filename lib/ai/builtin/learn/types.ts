/** One row to learn from. `label: null` means "none of our categories". */
export type TrainingRow = { text: string; label: string | null; weight?: number };

export type TrainingOptions = {
  /** Names, descriptions or example phrases of each label, in any language: each becomes a training row. */
  names?: Readonly<Record<string, readonly string[]>>;
  /** Precision that accepted predictions must keep, 0 to 1. */
  precision?: number;
  seed?: number;
};

export type Classification = {
  predicted: string;
  /** Calibrated probability that `predicted` is right, 0 to 1. */
  confidence: number;
  /** Whether `confidence` reaches the threshold certified for the wanted precision. */
  accepted: boolean;
  /** 0 to 1: how much the text looks like any of the labels at all; low means out of scope. */
  inScope: number;
  /** Every label, best first; scores are probabilities that sum to 1. */
  ranking: { label: string; score: number }[];
};
