import { expect, test } from "vitest";
import { localTime, quietUntil } from "./quiet-hours.ts";

const night = { from: "22:00", until: "07:00" };
const lunch = { from: "12:00", until: "13:00" };

test.each([
  ["at night until the morning", night, "Asia/Seoul", "2026-11-28T14:00Z", "2026-11-28T22:00Z"],
  ["after midnight until the same morning", night, "Asia/Seoul", "2026-11-28T16:30Z", "2026-11-28T22:00Z"],
  ["not by day", night, "Asia/Seoul", "2026-11-28T05:00Z", null],
  ["not at the minute it ends", night, "Asia/Seoul", "2026-11-28T22:00Z", null],
  ["from the minute it begins", night, "Asia/Seoul", "2026-11-28T13:00Z", "2026-11-28T22:00Z"],
  ["over lunch", lunch, "Asia/Seoul", "2026-11-28T03:20Z", "2026-11-28T04:00Z"],
  ["in the person's own zone", night, "America/New_York", "2026-11-28T05:00Z", "2026-11-28T12:00Z"],
  ["an hour less when summer time begins", night, "Europe/Berlin", "2026-03-28T22:00Z", "2026-03-29T05:00Z"],
  ["an hour more when it ends", night, "Europe/Berlin", "2026-10-24T21:00Z", "2026-10-25T06:00Z"],
  [
    "until after the hour that is skipped",
    { from: "22:00", until: "02:30" },
    "Europe/Berlin",
    "2026-03-28T23:00Z",
    "2026-03-29T01:00Z",
  ],
  ["never when both ends are one", { from: "09:00", until: "09:00" }, "UTC", "2026-11-28T09:00Z", null],
  ["never without hours", null, "UTC", "2026-11-28T03:00Z", null],
])("it is quiet %s", (_, quiet, zone, now, until) => {
  expect(quietUntil(quiet, zone, new Date(now))).toEqual(until === null ? null : new Date(until));
});

test("a local time is the day and minute where the person is", () => {
  expect(localTime("Asia/Seoul", new Date("2026-11-28T15:30Z"))).toEqual({ day: "2026-11-29", minute: 30 });
  expect(localTime("America/New_York", new Date("2026-11-28T03:00Z"))).toEqual({
    day: "2026-11-27",
    minute: 1320,
  });
});
