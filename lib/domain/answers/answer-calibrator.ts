/** Logistic regression over standardised features: sigmoid(bias + Σ weight · (x − mean) / deviation). */
export type Logistic = { means: number[]; deviations: number[]; weights: number[]; bias: number };

/** Turns features into the probability that the first article answers, and says from where on to trust it. Plain data: stored as JSON. */
export type AnswerCalibrator = {
  logistic: Logistic;
  threshold: number;
  precision: number;
  /** How many of the desk's own questions taught it; 0 = the practice desk alone. */
  rows: number;
};
