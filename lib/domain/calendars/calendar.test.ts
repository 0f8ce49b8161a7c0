import { describe, expect, test } from "vitest";
import { businessMsBetween, type Calendar, dueAt, isOpen, nextOpening, type Span } from "./calendar.ts";

const at = (text: string) => new Date(text);

const weekdays = (...spans: [string, string][]): Span[] =>
  [1, 2, 3, 4, 5].flatMap((weekday) => spans.map(([start, end]) => ({ weekday, start, end })));

const seoul: Calendar = {
  timeZone: "Asia/Seoul",
  spans: weekdays(["09:00", "18:00"]),
  holidays: [
    { date: "2026-02-16", name: "Seollal", name_ko: "설날 연휴" },
    { date: "2026-02-17", name: "Seollal", name_ko: "설날" },
    { date: "2026-02-18", name: "Seollal", name_ko: "설날 연휴" },
  ],
};
const lunch: Calendar = { ...seoul, spans: weekdays(["09:00", "12:00"], ["13:00", "18:00"]) };
const newYork: Calendar = {
  timeZone: "America/New_York",
  holidays: [],
  spans: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, start: "00:00", end: "24:00" })),
};
const night: Calendar = {
  timeZone: "America/New_York",
  holidays: [],
  spans: [{ weekday: 6, start: "22:00", end: "06:00" }],
};
const earlyHours: Calendar = { ...newYork, spans: [{ weekday: 0, start: "01:30", end: "02:30" }] };
const never: Calendar = { timeZone: "Asia/Seoul", spans: [], holidays: [] };

describe("a deadline", () => {
  test.each([
    ["stays within the day", seoul, "2026-11-20T10:00+09:00", 60, "2026-11-20T11:00+09:00"],
    ["may be the last minute of the day", seoul, "2026-11-20T17:00+09:00", 60, "2026-11-20T18:00+09:00"],
    ["rolls over the weekend", seoul, "2026-11-20T17:40+09:00", 60, "2026-11-23T09:40+09:00"],
    [
      "starts at opening when written at night",
      seoul,
      "2026-11-23T03:00+09:00",
      30,
      "2026-11-23T09:30+09:00",
    ],
    ["skips the Seollal holidays", seoul, "2026-02-13T17:40+09:00", 60, "2026-02-19T09:40+09:00"],
    ["steps over lunch", lunch, "2026-11-20T11:50+09:00", 20, "2026-11-20T13:10+09:00"],
    ["waits for the end of lunch", lunch, "2026-11-20T12:30+09:00", 5, "2026-11-20T13:05+09:00"],
    ["of nothing is its start", seoul, "2026-11-21T03:00+09:00", 0, "2026-11-21T03:00+09:00"],
    ["loses the hour that spring skips", newYork, "2026-03-08T00:00-05:00", 1440, "2026-03-09T01:00-04:00"],
    ["gains the hour that autumn repeats", newYork, "2026-11-01T00:00-04:00", 1440, "2026-11-01T23:00-05:00"],
    ["runs past midnight where a shift does", night, "2026-11-21T22:00-05:00", 480, "2026-11-22T06:00-05:00"],
    [
      "counts the skipped hour of a night shift as none",
      night,
      "2026-03-07T22:00-05:00",
      420,
      "2026-03-08T06:00-04:00",
    ],
    [
      "counts the repeated hour of a night shift twice",
      night,
      "2026-10-31T22:00-04:00",
      540,
      "2026-11-01T06:00-05:00",
    ],
    ["splits a span that autumn cuts", earlyHours, "2026-11-01T00:00-04:00", 90, "2026-11-01T02:30-05:00"],
    ["counts leap day", seoul, "2028-02-28T17:00+09:00", 120, "2028-02-29T10:00+09:00"],
    ["counts seconds", seoul, "2026-11-20T17:59:30+09:00", 1, "2026-11-23T09:00:30+09:00"],
  ])("%s", (_, calendar, start, minutes, due) => {
    expect(dueAt(calendar, at(start), minutes)).toEqual(at(due));
  });

  test("never comes when the calendar never opens", () => {
    expect(dueAt(never, at("2026-11-20T10:00+09:00"), 1)).toBeNull();
    expect(nextOpening(never, at("2026-11-20T10:00+09:00"))).toBeNull();
  });

  test("counts every minute around the clock", () => {
    expect(dueAt({ ...never, always: true }, at("2026-11-21T10:00Z"), 1440)).toEqual(at("2026-11-22T10:00Z"));
  });
});

describe("time between", () => {
  test.each([
    ["counts a weekend as nothing", seoul, "2026-11-20T17:00+09:00", "2026-11-23T10:00+09:00", 120],
    ["leaves lunch out", lunch, "2026-11-20T11:00+09:00", "2026-11-20T14:00+09:00", 120],
    ["is nothing backwards", seoul, "2026-11-20T14:00+09:00", "2026-11-20T11:00+09:00", 0],
    [
      "is 23 hours on the day spring skips one",
      newYork,
      "2026-03-08T00:00-05:00",
      "2026-03-09T00:00-04:00",
      1380,
    ],
    [
      "merges spans that overlap",
      { ...seoul, spans: weekdays(["09:00", "13:00"], ["12:00", "18:00"]) },
      "2026-11-20T00:00+09:00",
      "2026-11-21T00:00+09:00",
      540,
    ],
  ])("%s", (_, calendar, from, to, minutes) => {
    expect(businessMsBetween(calendar, at(from), at(to))).toBe(minutes * 60_000);
  });
});

describe("opening", () => {
  test.each([
    ["on the minute", "2026-11-20T09:00+09:00", true],
    ["not after closing", "2026-11-20T18:00+09:00", false],
    ["not on a holiday", "2026-02-17T10:00+09:00", false],
  ])("%s", (_, instant, open) => {
    expect(isOpen(seoul, at(instant))).toBe(open);
  });

  test("after the holidays is the next working morning", () => {
    expect(nextOpening(seoul, at("2026-02-13T18:00+09:00"))).toEqual(at("2026-02-19T09:00+09:00"));
  });
});
