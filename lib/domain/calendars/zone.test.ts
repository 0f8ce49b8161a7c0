import { expect, test } from "vitest";
import { isTimeZone, stretchAt } from "./zone.ts";

const HOUR = 3_600_000;

test.each([
  ["Seoul has one offset", "Asia/Seoul", "2026-07-01T00:00Z", 9],
  ["New York in winter", "America/New_York", "2026-03-08T06:59Z", -5],
  ["New York in summer", "America/New_York", "2026-03-08T07:00Z", -4],
  ["New York back in winter", "America/New_York", "2026-11-01T06:00Z", -5],
  ["half-hour summer time on Lord Howe", "Australia/Lord_Howe", "2026-01-01T00:00Z", 11],
  ["half-hour winter time on Lord Howe", "Australia/Lord_Howe", "2026-07-01T00:00Z", 10.5],
  ["Kathmandu's quarter", "Asia/Kathmandu", "2026-07-01T00:00Z", 5.75],
  ["Casablanca in Ramadan", "Africa/Casablanca", "2026-03-01T00:00Z", 0],
  ["Casablanca otherwise", "Africa/Casablanca", "2026-05-01T00:00Z", 1],
  ["Apia before it skipped a day", "Pacific/Apia", "2011-12-30T09:59Z", -10],
  ["Apia after it skipped a day", "Pacific/Apia", "2011-12-30T10:00Z", 14],
])("%s", (_, zone, at, hours) => {
  expect(stretchAt(zone, Date.parse(at)).offset).toBe(hours * HOUR);
});

test("the same answers come in any order of asking", () => {
  const days = Array.from({ length: 800 }, (_, day) => Date.UTC(2025, 0, 1) + day * 24 * HOUR);
  const forwards = days.map((at) => stretchAt("Europe/Berlin", at).offset);
  const backwards = days.toReversed().map((at) => stretchAt("Europe/Berlin", at).offset);
  expect(backwards.toReversed()).toEqual(forwards);
});

test.each([
  ["Asia/Seoul", true],
  ["Mars/Olympus", false],
])("%s is a time zone: %s", (zone, known) => {
  expect(isTimeZone(zone)).toBe(known);
});
