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

/** Whole years as the governments list them, with the days observed for those on a weekend. */
test.each([
  ["US", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25"],
  ["US", 2027, "01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31"],
  [
    "JP",
    2026,
    "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23",
  ],
  [
    "JP",
    2027,
    "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23",
  ],
  ["GB-ENG", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28"],
  ["GB-ENG", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28"],
  ["DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26"],
  ["FR", 2027, "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25"],
])("%s in %i", async (country, year, days) => {
  const holidays = await countryHolidays(country, year, year);
  expect(holidays.map(({ date }) => date.slice(5)).join(" ")).toBe(days);
});

test("each date comes once, in order, over several years", async () => {
  const dates = (await countryHolidays("KR", 2025, 2027)).map((holiday) => holiday.date);
  expect(dates).toEqual([...new Set(dates)].sort());
});

test("an unknown country has none", async () => {
  expect(await countryHolidays("XX", 2026, 2026)).toEqual([]);
});
