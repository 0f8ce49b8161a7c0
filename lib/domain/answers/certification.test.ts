import { expect, test } from "vitest";
import { clopperPearson, confirmationsMissing, isCertifiable } from "./certification.ts";

test.each([
  ["nothing", 0, 0, 45],
  ["fourteen without an error", 14, 14, 31],
  ["one error", 0, 1, 77 - 1],
  ["forty-five without an error", 45, 45, 0],
])("after %s, so many more error-free confirmations certify 95 %% at 90 %%", (_, right, judged, missing) => {
  expect(confirmationsMissing(right, judged)).toBe(missing);
});

test.each([
  [10, 10, 0.794, 1],
  [9, 10, 0.663, 0.99],
  [0, 10, 0, 0.206],
  [50, 100, 0.431, 0.569],
])("%i right of %i lie between %f and %f", (right, judged, low, high) => {
  const bounds = clopperPearson(right, judged, 0.9);
  expect(bounds.low).toBeCloseTo(low, 2);
  expect(bounds.high).toBeCloseTo(high, 2);
});

test("nothing judged proves nothing", () => {
  expect(isCertifiable(0, 0)).toBe(false);
});

test("thousands are counted without overflow", () => {
  const { low, high } = clopperPearson(4900, 5000, 0.9);
  expect(low).toBeGreaterThan(0.975);
  expect(high).toBeLessThan(0.985);
});
