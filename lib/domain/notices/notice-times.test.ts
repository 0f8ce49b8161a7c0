import { expect, test } from "vitest";
import { digestDue, mailTimeOf, noPreferences } from "./notice-times.ts";

const night = { ...noPreferences, mail: ["clock" as const], quietFrom: "22:00", quietUntil: "07:00" };

test.each([
  ["soon after", "clock_breach", "2026-11-28T05:00:00Z", "2026-11-28T05:00:30Z"],
  ["when the quiet hours end", "clock_warning", "2026-11-28T14:00:00Z", "2026-11-28T22:00:00Z"],
  ["not when it was not asked for", "assigned", "2026-11-28T05:00:00Z", null],
] as const)("a notice is mailed %s", (_, kind, now, at) => {
  expect(mailTimeOf(kind, night, "Asia/Seoul", new Date(now))).toEqual(at && new Date(at));
});

const daily = { ...noPreferences, digestAt: "08:30" };
test.each([
  ["not before its time", daily, "2026-11-27T23:29Z", null, null],
  ["at its time", daily, "2026-11-27T23:30Z", null, "2026-11-28"],
  ["once a day", daily, "2026-11-28T03:00Z", "2026-11-28", null],
  ["late rather than never", daily, "2026-11-28T13:00Z", "2026-11-27", "2026-11-28"],
  [
    "after the quiet hours",
    { ...daily, quietFrom: "08:00", quietUntil: "10:00" },
    "2026-11-28T00:00Z",
    null,
    null,
  ],
  ["never unless asked for", noPreferences, "2026-11-28T03:00Z", null, null],
])("a digest is due %s", (_, preferences, now, doneOn, day) => {
  expect(digestDue(preferences, "Asia/Seoul", { now: new Date(now), doneOn })).toBe(day);
});
