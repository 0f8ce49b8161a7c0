import {
  type Classification,
  type ClassifierModel,
  classify,
  type TrainingRow,
  thresholdFor,
  trainClassifier,
} from "../builtin/learn/classifier.ts";
import { atThreshold, auroc, calibrationError, macroF1, oracleCoverage } from "./metrics.ts";

export type ClassifierReport = {
  accuracy: number;
  macroF1: number;
  /** Percent. */
  ece: number;
  aurocOutOfScope: number | null;
  threshold: number;
  precisionAtThreshold: number | null;
  coverageAtThreshold: number;
  trainSeconds: number;
  microsecondsPerItem: number;
};

export type LabelledText = { text: string; label: string | null };

/** Category names by label. Without a list, a label that reads as words ("card_arrival") is its own name. */
export type LabelNames = Readonly<Record<string, readonly string[]>>;

/**
 * Trains the built-in classifier on `train` alone and measures it on `test`. Shares are 0 to 1, `ece` percent.
 * Accuracy, macro-F1 and calibration are over rows with a label; at the threshold every accepted row without one counts as wrong.
 */
export function evaluateClassifier(
  train: readonly TrainingRow[],
  test: readonly LabelledText[],
  options: { names?: LabelNames; precision?: number; seed?: number } = {},
): { report: ClassifierReport; predictions: Classification[]; model: ClassifierModel } {
  const precision = options.precision ?? 0.95;
  const started = performance.now();
  const names = options.names ?? ownNames(train);
  const model = trainClassifier(train, { names, precision, seed: options.seed });
  const trained = performance.now();
  const predictions = test.map((row) => classify(model, row.text));
  const done = performance.now();
  return {
    report: {
      ...judge(test, predictions),
      threshold: thresholdFor(model, precision),
      trainSeconds: (trained - started) / 1000,
      microsecondsPerItem: (1000 * (done - trained)) / Math.max(1, test.length),
    },
    predictions,
    model,
  };
}

/** The figures that depend only on the predictions. */
export function judge(
  test: readonly LabelledText[],
  predictions: readonly Classification[],
): Omit<ClassifierReport, "threshold" | "trainSeconds" | "microsecondsPerItem"> {
  const rows = predictions.map((prediction, i) => {
    const truth = test[i]!.label;
    return { ...prediction, truth, right: prediction.predicted === truth };
  });
  const inside = rows.filter((row) => row.truth !== null);
  const pairs = inside.map((row) => ({ truth: row.truth!, predicted: row.predicted }));
  const gate = atThreshold(rows);
  return {
    accuracy: inside.filter((row) => row.right).length / Math.max(1, inside.length),
    macroF1: macroF1(pairs),
    ece: calibrationError(inside),
    aurocOutOfScope: auroc(
      inside.map((row) => row.inScope),
      rows.filter((row) => row.truth === null).map((row) => row.inScope),
    ),
    precisionAtThreshold: gate.precision,
    coverageAtThreshold: gate.coverage,
  };
}

/** What a threshold chosen with hindsight would cover; for reports. */
export function hindsightCoverage(
  test: readonly LabelledText[],
  predictions: readonly Classification[],
  precision: number,
): number {
  return oracleCoverage(
    predictions.map((p, i) => ({ confidence: p.confidence, right: p.predicted === test[i]!.label })),
    precision,
  );
}

/** Labels such as "card_arrival" or "환불 문의" are names already; identifiers such as uuids and numbers are not. */
export function ownNames(rows: readonly { label: string | null }[]): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const { label } of rows) {
    if (label === null || names[label]) continue;
    const words = label
      .replace(/[_\-/.]+/g, " ")
      .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .trim();
    const identifier = /^[0-9a-f-]{16,}$/i.test(label) || !/\p{L}{2}/u.test(words);
    if (!identifier) names[label] = [words];
  }
  return names;
}
