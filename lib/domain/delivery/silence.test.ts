import { expect, test } from "vitest";
import { silenceOf } from "./silence.ts";

const now = new Date("2026-11-23T10:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test.each([
  ["a busy hour gone quiet is told", 50, [40, 38, 44, 41], 40],
  ["a short pause is not", 10, [40, 38, 44, 41], null],
  ["a quiet hour is not", 120, [1, 0, 2, 1], null],
  ["a quiet hour is, when it lasts", 60 * 8, [1, 1, 2, 1], 1],
  ["one holiday among the weeks changes nothing", 50, [0, 40, 41, 44], 40],
  ["one week says nothing", 300, [40], null],
])("%s", (_, minutes, weeks, usual) => {
  expect(silenceOf(ago(minutes), weeks, now)?.usualPerHour ?? null).toBe(usual);
});

test("a desk without mail is not silent", () => {
  expect(silenceOf(null, [40, 40, 40], now)).toBeNull();
});
