import { expect, test } from "vitest";
import { startOfLocalDay } from "./local-day.ts";

test.each([
  ["Asia/Seoul", "2026-11-22T03:00:00Z", "2026-11-21T15:00:00.000Z"],
  ["Asia/Seoul", "2026-11-21T15:00:00Z", "2026-11-21T15:00:00.000Z"],
  ["Asia/Seoul", "2026-11-21T14:59:59Z", "2026-11-20T15:00:00.000Z"],
  ["UTC", "2026-11-22T03:00:00Z", "2026-11-22T00:00:00.000Z"],
  ["America/New_York", "2026-03-08T20:00:00Z", "2026-03-08T05:00:00.000Z"],
  ["America/New_York", "2026-11-01T20:00:00Z", "2026-11-01T04:00:00.000Z"],
])("the day of %s at %s began at %s", (zone, at, began) =>
  expect(startOfLocalDay(zone, new Date(at)).toISOString()).toBe(began),
);
