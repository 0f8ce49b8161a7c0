import { expect, test } from "vitest";
import { countryHolidays } from "./country-holidays.ts";

test.each([
  ["KR", "2026-07-17"],
  ["US", "2026-11-26"],
  ["US", "2028-11-10"],
  ["JP", "2026-09-22"],
  ["JP", "2032-09-21"],
  ["GB", "2026-12-28"],
  ["DE", "2026-10-03"],
  ["DE-BY", "2026-11-01"],
])("%s has a holiday on %s", async (country, date) => {
  const year = Number(date.slice(0, 4));
  const holidays = await countryHolidays(country, year, year);
  expect(holidays.map((holiday) => holiday.date)).toContain(date);
});

test.each([
  ["DE", "2026-11-01"],
  ["US", "2026-11-27"],
  ["JP", "2026-12-25"],
])("%s works on %s", async (country, date) => {
  const holidays = await countryHolidays(country, 2026, 2026);
  expect(holidays.map((holiday) => holiday.date)).not.toContain(date);
});

test("each date comes once, in order, over several years", async () => {
  const dates = (await countryHolidays("KR", 2025, 2027)).map((holiday) => holiday.date);
  expect(dates).toEqual([...new Set(dates)].sort());
});

test("an unknown country has none", async () => {
  expect(await countryHolidays("XX", 2026, 2026)).toEqual([]);
});
