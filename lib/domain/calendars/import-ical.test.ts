import { describe, expect, test } from "vitest";
import { importIcal } from "./import-ical.ts";

const file = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "BEGIN:VEVENT", ...lines, "END:VEVENT", "END:VCALENDAR"].join("\r\n");
const years = { from: 2026, to: 2028 };
const dates = (...lines: string[]) =>
  importIcal(file(...lines), years).holidays.map((holiday) => holiday.date);

describe("a whole-day event", () => {
  test.each([
    ["is one day", ["DTSTART;VALUE=DATE:20260717"], "2026-07-17"],
    ["may leave VALUE out", ["DTSTART:20260717"], "2026-07-17"],
    [
      "ends the day before its end",
      ["DTSTART;VALUE=DATE:20260216", "DTEND;VALUE=DATE:20260219"],
      "2026-02-16 2026-02-17 2026-02-18",
    ],
    [
      "whose end is its start is one day",
      ["DTSTART;VALUE=DATE:20260216", "DTEND;VALUE=DATE:20260216"],
      "2026-02-16",
    ],
    [
      "may say how long it is",
      ["DTSTART;VALUE=DATE:20260216", "DURATION:P3D"],
      "2026-02-16 2026-02-17 2026-02-18",
    ],
    [
      "may come back every year",
      ["DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY"],
      "2026-12-25 2027-12-25 2028-12-25",
    ],
    [
      "may come back on the same weekday",
      ["DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"],
      "2026-11-26 2027-11-25 2028-11-23",
    ],
    [
      "may come back on the last weekday",
      ["DTSTART;VALUE=DATE:20200525", "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO"],
      "2026-05-25 2027-05-31 2028-05-29",
    ],
    ["may end", ["DTSTART;VALUE=DATE:20251225", "RRULE:FREQ=YEARLY;UNTIL=20261231"], "2026-12-25"],
    ["may be counted", ["DTSTART;VALUE=DATE:20251225", "RRULE:FREQ=YEARLY;COUNT=3"], "2026-12-25 2027-12-25"],
    [
      "may skip years",
      ["DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;INTERVAL=2"],
      "2026-01-01 2028-01-01",
    ],
    [
      "may leave days out",
      ["DTSTART;VALUE=DATE:20251225", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20271225"],
      "2026-12-25 2028-12-25",
    ],
    [
      "on leap day comes in leap years only",
      ["DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"],
      "2028-02-29",
    ],
    ["outside of the years is left out", ["DTSTART;VALUE=DATE:20290101"], ""],
  ])("%s", (_, lines, expected) => {
    expect(dates(...lines).join(" ")).toBe(expected);
  });
});

describe("what is not a holiday is listed with its reason", () => {
  test.each([
    ["not_whole_day", ["DTSTART:20260717T090000Z"]],
    ["no_start", ["DTEND;VALUE=DATE:20260717"]],
    ["bad_date", ["DTSTART;VALUE=DATE:20260230"]],
    ["bad_date", ["DTSTART;VALUE=DATE:soon"]],
    ["cancelled", ["DTSTART;VALUE=DATE:20260717", "STATUS:CANCELLED"]],
    ["too_long", ["DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20990101"]],
    ["rule_not_understood", ["DTSTART;VALUE=DATE:20260717", "RRULE:FREQ=DAILY"]],
    ["rule_not_understood", ["DTSTART;VALUE=DATE:20260717", "RRULE:FREQ=YEARLY;BYWEEKNO=20"]],
    ["rule_not_understood", ["DTSTART;VALUE=DATE:20260717", "RRULE:FREQ=YEARLY;INTERVAL=0"]],
  ])("%s", (why, lines) => {
    expect(importIcal(file("SUMMARY:x", ...lines), years)).toEqual({
      holidays: [],
      ignored: [{ summary: "x", why }],
    });
  });
});

test("names are unfolded and unescaped, Korean names fill both languages, alarms inside are skipped", () => {
  const { holidays } = importIcal(
    file(
      'SUMMARY;LANGUAGE=ko;X-A="a:b;c":설날\\, 가족과',
      "  함께",
      "DTSTART;VALUE=DATE:20260217",
      "BEGIN:VALARM",
      "SUMMARY:alarm",
      "END:VALARM",
    ),
    years,
  );
  expect(holidays).toEqual([{ date: "2026-02-17", name: "설날, 가족과 함께", name_ko: "설날, 가족과 함께" }]);
});

test.each([
  ["nothing", ""],
  ["noise", "\u0000\u0001 BEGIN VEVENT"],
  ["a cut file", "BEGIN:VEVENT\nDTSTART:20260101"],
])("%s gives nothing", (_, text) => {
  expect(importIcal(text, years)).toEqual({ holidays: [], ignored: [] });
});
