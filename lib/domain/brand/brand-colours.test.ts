import { expect, test } from "vitest";
import { brandColours, contrast } from "./brand-colours.ts";

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

test.each(["#2f6b4f", "#ffffff", "#000000", "#ffe600", "#ff0000", "#7f7f7f", "#0b6e69"])(
  "%s can be read in both themes",
  (hex) => {
    const { light, dark } = brandColours(hex);
    expect(contrast(rgb(light), [255, 255, 255])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rgb(dark), [18, 19, 21])).toBeGreaterThanOrEqual(4.5);
  },
);

test("a colour that reads well stays itself", () => {
  expect(brandColours("#0b6e69").light).toBe("#0b6e69");
});
