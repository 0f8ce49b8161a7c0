import { expect, test } from "vitest";
import { type Classification, classify, trainClassifier } from "#lib/ai/builtin/learn/classifier.ts";
import { seeded, shuffled } from "#lib/ai/builtin/learn/random.ts";
import { evaluateClassifier, judge, ownNames } from "#lib/ai/eval/evaluate-classifier.ts";
import { describeWithData, type Labelled, rowsOf } from "./shared-data.ts";

/** Trained on the training rows alone, measured on the public development rows; the bars are the issue's. */
describeWithData("sorting by examples", () => {
  test.each([
    ["banking77, 5 examples a class", "banking77/train_5shot", "banking77/dev", 0.7],
    ["banking77, 10 examples a class", "banking77/train_10shot", "banking77/dev", 0.78],
    ["hwu64, 10 examples a class", "hwu64/train_10shot", "hwu64/valid", 0.76],
    ["hwu64, all", "hwu64/train", "hwu64/valid", 0.89],
  ])("%s", (_, train, dev, accuracy) => {
    const { report } = evaluateClassifier(rowsOf<Labelled>(train), rowsOf<Labelled>(dev));
    expect(report.accuracy).toBeGreaterThanOrEqual(accuracy);
  });

  test("banking77, all: right, calibrated, and as precise as promised", () => {
    const dev = rowsOf<Labelled>("banking77/dev");
    const { report, predictions, model } = evaluateClassifier(rowsOf<Labelled>("banking77/train"), dev);
    expect(report.accuracy).toBeGreaterThanOrEqual(0.92);
    expect(report.ece).toBeLessThanOrEqual(2.5);
    expect(report.precisionAtThreshold).toBeGreaterThanOrEqual(0.945);
    expect(report.coverageAtThreshold).toBeGreaterThanOrEqual(0.9);

    const strict = dev.map((row) => classify(model, row.text, 0.99));
    const { precisionAtThreshold, coverageAtThreshold } = judge(dev, strict);
    expect(precisionAtThreshold).toBeGreaterThanOrEqual(0.987);
    expect(coverageAtThreshold).toBeGreaterThanOrEqual(0.68);
    expect(predictions.map(withoutThreshold)).toEqual(strict.map(withoutThreshold));
  });

  test("clinc150: in scope and out of it, never having seen anything outside", () => {
    const outside = [...rowsOf<Labelled>("clinc150/oos_train"), ...rowsOf<Labelled>("clinc150/oos_val")];
    const { report } = evaluateClassifier(rowsOf<Labelled>("clinc150/train"), [
      ...rowsOf<Labelled>("clinc150/val"),
      ...outside.map(({ text }) => ({ text, label: null })),
    ]);
    expect(report.accuracy).toBeGreaterThanOrEqual(0.928);
    expect(report.aurocOutOfScope).toBeGreaterThanOrEqual(0.955);
  });

  test("welfare-ko: 260 Korean topics", () => {
    const dev = rowsOf<Labelled>("welfare-ko/intent_dev");
    const { report } = evaluateClassifier(rowsOf<Labelled>("welfare-ko/intent_train"), dev);
    expect(report.accuracy).toBeGreaterThanOrEqual(0.745);
    expect(report.coverageAtThreshold).toBeGreaterThanOrEqual(0.6);
    expect(report.precisionAtThreshold).toBeGreaterThanOrEqual(0.935);
  });

  test.each([
    [50, 0.6],
    [200, 0.88],
    [500, 0.96],
  ])("bitext-support: after %i corrections, from names alone", (corrections, accuracy) => {
    const rows = rowsOf<{ text: string; intent: string }>("bitext-support/train");
    const mixed = shuffled(
      rows.map(({ text, intent }) => ({ text, label: intent })),
      seeded(1),
    );
    const model = trainClassifier(mixed.slice(0, corrections), { names: ownNames(mixed) });
    const rest = mixed.slice(1000);
    const right = rest.filter((row) => classify(model, row.text).predicted === row.label).length;
    expect(right / rest.length).toBeGreaterThanOrEqual(accuracy);
  });
});

function withoutThreshold({ predicted, confidence, inScope }: Classification) {
  return { predicted, confidence, inScope };
}
