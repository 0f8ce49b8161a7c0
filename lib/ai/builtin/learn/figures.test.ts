import { describe, expect, test } from "vitest";
import { fitTemperature, softmax } from "./calibration.ts";
import { fitLogistic, logisticValue } from "./logistic.ts";
import { seeded } from "./random.ts";
import { chooseThreshold, lowerBound, never } from "./threshold.ts";

describe("the binomial bound", () => {
  test.each([
    ["45 of 45 certify 95 % at 90 %", 45, 45, 0.95],
    ["230 of 230 certify 99 %", 230, 230, 0.99],
    ["76 of 77 certify 95 %", 76, 77, 0.95],
    ["387 of 388 certify 99 %", 387, 388, 0.99],
  ])("%s, and one fewer does not", (_, right, of, precision) => {
    expect(lowerBound(right, of, 0.9)).toBeGreaterThanOrEqual(precision);
    expect(lowerBound(right - 1, of - 1, 0.9)).toBeLessThan(precision);
  });

  test("knows nothing of nothing", () => {
    expect(lowerBound(0, 0, 0.9)).toBe(0);
    expect(lowerBound(0, 9, 0.9)).toBe(0);
  });
});

describe("a threshold", () => {
  const outcomes = (right: number, wrong: number, confidence: number) => [
    ...Array.from({ length: right }, () => ({ confidence, right: true })),
    ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
  ];
  test.each([
    ["takes in all that is proven", [...outcomes(60, 0, 0.9), ...outcomes(5, 5, 0.5)], 0.9],
    ["needs enough evidence", outcomes(20, 0, 0.9), never],
    ["never splits equals", [...outcomes(50, 10, 0.9)], never],
    ["may lie below an unlucky start", [...outcomes(0, 1, 0.99), ...outcomes(200, 0, 0.8)], 0.8],
  ])("%s", (_, rows, threshold) => {
    expect(chooseThreshold(rows, 0.95, 0.9)).toBe(threshold);
  });
});

test("the temperature recovers how far scores were stretched", () => {
  const random = seeded(7);
  const count = 3000;
  const scores = new Float32Array(count * 2);
  const right = new Int32Array(count);
  for (let r = 0; r < count; r++) {
    const lean = random() * 4 - 2;
    right[r] = random() < softmax(Float64Array.of(lean, 0), 1)[0]! ? 0 : 1;
    scores[2 * r] = lean * 0.3;
  }
  expect(fitTemperature({ scores, classes: 2, right }).temperature).toBeCloseTo(0.3, 1);
});

test("logistic regression finds what tells the sides apart", () => {
  const random = seeded(3);
  const rows = Array.from({ length: 400 }, () => [random() * 10, random()]);
  const model = fitLogistic(
    rows,
    rows.map(([x]) => x! > 4),
  );
  expect(logisticValue(model, [9, 0.5])).toBeGreaterThan(0.9);
  expect(logisticValue(model, [1, 0.5])).toBeLessThan(0.1);
  expect(Math.abs(model.weights[1]!)).toBeLessThan(Math.abs(model.weights[0]!) / 4);
});
