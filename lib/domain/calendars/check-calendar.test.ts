import { expect, test } from "vitest";
import type { Calendar } from "./calendar.ts";
import { checkCalendar } from "./check-calendar.ts";

const good: Calendar = {
  timeZone: "Asia/Seoul",
  spans: [{ weekday: 1, start: "09:00", end: "18:00" }],
  holidays: [{ date: "2026-02-17", name: "Seollal" }],
};

test.each([
  ["a sound calendar", {}, []],
  ["a calendar around the clock", { spans: [], always: true }, []],
  ["an unknown zone", { timeZone: "Asia/Nowhere" }, ["unknown_time_zone"]],
  ["no hours", { spans: [] }, ["never_open"]],
  [
    "an eighth weekday",
    { spans: [...good.spans, { weekday: 7, start: "09:00", end: "10:00" }] },
    ["bad_weekday"],
  ],
  [
    "a time that does not exist",
    { spans: [...good.spans, { weekday: 1, start: "09:60", end: "10:00" }] },
    ["bad_time"],
  ],
  [
    "a span of nothing",
    { spans: [...good.spans, { weekday: 1, start: "09:00", end: "09:00" }] },
    ["empty_span"],
  ],
  ["a date that does not exist", { holidays: [{ date: "2026-02-30", name: "x" }] }, ["bad_date"]],
  ["a holiday without a name", { holidays: [{ date: "2026-02-17", name: " " }] }, ["nameless_holiday"]],
])("%s", (_, changes, problems) => {
  expect(checkCalendar({ ...good, ...changes }).map((problem) => problem.kind)).toEqual(problems);
});
