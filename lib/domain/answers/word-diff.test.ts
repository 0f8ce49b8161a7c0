import { expect, test } from "vitest";
import { wordDiff } from "./word-diff.ts";

test.each([
  ["the same words", "a b c", "a b  c\n", 0],
  ["one word of ten changed", "1 2 3 4 5 6 7 8 9 10", "1 2 3 4 five 6 7 8 9 10", 0.1],
  ["everything new", "a b", "x y", 1],
  ["words added behind", "네 보내 드릴게요.", "네 보내 드릴게요. 하루만 기다려 주세요.", 1 / 3],
  ["nothing at all", "", "", 0],
])("%s is a share of %#", (_, before, after, share) => {
  expect(wordDiff(before, after).changedShare).toBeCloseTo(share);
});

test("the parts give both texts back", () => {
  const before = "Please send the red bag back within 30 days.";
  const after = "Please send the bag back to us within 14 days, thank you.";
  const { parts } = wordDiff(before, after);
  const text = (...kinds: string[]) =>
    parts
      .filter(({ kind }) => kinds.includes(kind))
      .map((part) => part.text)
      .join("")
      .replace(/\s+/g, " ")
      .trim();
  expect(text("same", "added")).toBe(after);
  expect(text("same", "removed").split(" ")).toEqual(before.split(" "));
});

test("very long texts are compared in bounded time", () => {
  const long = (word: string) => Array.from({ length: 50_000 }, (_, at) => `${word}${at}`).join(" ");
  expect(wordDiff(long("a"), long("b")).changedShare).toBe(1);
});
