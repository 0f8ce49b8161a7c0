import { expect, test } from "vitest";
import { clean, cleanDeep, preview, truncate } from "./clean.ts";

test.each([
  ["NUL disappears", "a\u0000b", "ab"],
  ["a lone high surrogate becomes the replacement character", "a\ud83d", "a\ufffd"],
  ["a lone low surrogate too", "\ude00a", "\ufffda"],
  ["an emoji stays", "😀 환불", "😀 환불"],
])("%s", (_, given, kept) => {
  expect(clean(given)).toBe(kept);
});

test("every string inside a JSON value is cleaned, keys too", () => {
  const at = new Date(0);
  expect(cleanDeep({ "a\u0000": ["x\u0000", { b: "\ud800" }], at, n: 1, none: null })).toEqual({
    a: ["x", { b: "\ufffd" }],
    at,
    n: 1,
    none: null,
  });
});

test("text is cut between characters, never inside one", () => {
  expect(truncate("😀😀😀", 2)).toBe("😀…");
  expect(truncate("환불해 주세요", 20)).toBe("환불해 주세요");
});

test("a preview is one line", () => {
  expect(preview("Where\n\n is  my\tparcel?")).toBe("Where is my parcel?");
});
