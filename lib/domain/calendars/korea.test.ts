import { describe, expect, test } from "vitest";
import { koreanHolidays, koreanYears } from "./korea.ts";

const datesOf = (year: number) => koreanHolidays(year).map((holiday) => holiday.date.slice(5));

/** Month-day of every public holiday, from the official list of each year; doubled days once. */
const official: [year: number, days: string][] = [
  [
    2020,
    "01-01 01-24 01-25 01-26 01-27 03-01 04-15 04-30 05-05 06-06 08-15 08-17 09-30 10-01 10-02 10-03 10-09 12-25",
  ],
  [
    2021,
    "01-01 02-11 02-12 02-13 03-01 05-05 05-19 06-06 08-15 08-16 09-20 09-21 09-22 10-03 10-04 10-09 10-11 12-25",
  ],
  [
    2022,
    "01-01 01-31 02-01 02-02 03-01 03-09 05-05 05-08 06-01 06-06 08-15 09-09 09-10 09-11 09-12 10-03 10-09 10-10 12-25",
  ],
  [
    2023,
    "01-01 01-21 01-22 01-23 01-24 03-01 05-05 05-27 05-29 06-06 08-15 09-28 09-29 09-30 10-02 10-03 10-09 12-25",
  ],
  [
    2024,
    "01-01 02-09 02-10 02-11 02-12 03-01 04-10 05-05 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 10-09 12-25",
  ],
  [
    2025,
    "01-01 01-27 01-28 01-29 01-30 03-01 03-03 05-05 05-06 06-03 06-06 08-15 10-03 10-05 10-06 10-07 10-08 10-09 12-25",
  ],
  [
    2026,
    "01-01 02-16 02-17 02-18 03-01 03-02 05-01 05-05 05-24 05-25 06-03 06-06 07-17 08-15 08-17 09-24 09-25 09-26 10-03 10-05 10-09 12-25",
  ],
  [
    2027,
    "01-01 02-06 02-07 02-08 02-09 03-01 05-01 05-03 05-05 05-13 06-06 07-17 07-19 08-15 08-16 09-14 09-15 09-16 10-03 10-04 10-09 10-11 12-25 12-27",
  ],
];

test.each(official)("the holidays of %i are the official ones", (year, days) => {
  expect([...new Set(datesOf(year))].join(" ")).toBe(days);
  expect(koreanHolidays(year).every((holiday) => holiday.basis === "gazette")).toBe(true);
});

/**
 * Years whose gazette is yet to come, worked out apart from our arithmetic: day by day from ICU's lunar calendar and
 * the wording of the law, with the elections by their regular terms.
 */
const byLaw: typeof official = [
  [
    2028,
    "01-01 01-26 01-27 01-28 03-01 04-12 05-01 05-02 05-05 06-06 07-17 08-15 10-02 10-03 10-04 10-05 10-09 12-25",
  ],
  [
    2029,
    "01-01 02-12 02-13 02-14 03-01 05-01 05-05 05-07 05-20 05-21 06-06 07-17 08-15 09-21 09-22 09-23 09-24 10-03 10-09 12-25",
  ],
  [
    2030,
    "01-01 02-02 02-03 02-04 02-05 03-01 05-01 05-05 05-06 05-09 06-06 06-12 07-17 08-15 09-11 09-12 09-13 10-03 10-09 12-25",
  ],
  [
    2031,
    "01-01 01-22 01-23 01-24 03-01 03-03 05-01 05-05 05-28 06-06 07-17 08-15 09-30 10-01 10-02 10-03 10-09 12-25",
  ],
  [
    2032,
    "01-01 02-10 02-11 02-12 03-01 04-14 05-01 05-03 05-05 05-16 05-17 06-06 07-17 07-19 08-15 08-16 09-18 09-19 09-20 09-21 10-03 10-04 10-09 10-11 12-25 12-27",
  ],
  [
    2033,
    "01-01 01-30 01-31 02-01 02-02 03-01 05-01 05-02 05-05 05-06 06-06 07-17 07-18 08-15 09-07 09-08 09-09 10-03 10-09 10-10 12-25 12-26",
  ],
  [
    2034,
    "01-01 02-18 02-19 02-20 02-21 03-01 05-01 05-05 05-25 06-06 07-17 08-15 09-26 09-27 09-28 10-03 10-09 12-25",
  ],
  [
    2035,
    "01-01 02-07 02-08 02-09 03-01 05-01 05-05 05-07 05-15 06-06 07-17 08-15 09-15 09-16 09-17 09-18 10-03 10-09 12-25",
  ],
];

test.each(byLaw)("the holidays of %i are those of the law", (year, days) => {
  expect([...new Set(datesOf(year))].join(" ")).toBe(days);
});

describe("a substitute day", () => {
  test.each([
    ["follows a Seollal that meets a Sunday", "2030-02-05", true],
    ["does not follow a Seollal that meets a Saturday", "2021-02-15", false],
    ["does not follow a Chuseok that ends on a Saturday", "2026-09-28", false],
    ["follows a Chuseok that meets National Foundation Day, once", "2028-10-05", true],
    ["comes once for two holidays on one day", "2025-05-07", false],
    ["waits until the feast is over", "2029-09-24", true],
    ["skips the weekend", "2031-03-03", true],
    ["was not given for national days before August 2021", "2020-10-05", false],
    ["was not given for Christmas before 2023", "2022-12-26", false],
    ["is given for Christmas since", "2032-12-27", true],
    ["is given for Constitution Day", "2033-07-18", true],
    ["is given for Labour Day", "2032-05-03", true],
    ["is never given for New Year's Day", "2028-01-03", false],
    ["is never given for Memorial Day", "2027-06-07", false],
    ["is given for Children's Day on a Saturday", "2035-05-07", true],
  ])("%s", (_, date, given) => {
    expect(datesOf(Number(date.slice(0, 4))).includes(date.slice(5))).toBe(given);
  });

  test("bears the name of its feast in both languages", () => {
    expect(koreanHolidays(2027).find((holiday) => holiday.date === "2027-02-09")).toEqual({
      date: "2027-02-09",
      name: "Substitute holiday (Seollal)",
      name_ko: "대체공휴일(설날)",
      basis: "gazette",
    });
  });
});

test("elections to come are marked as expected, the rest of later years as following from the law", () => {
  const bases = new Set(
    koreanHolidays(2028).map((holiday) => `${holiday.basis} ${holiday.name_ko?.includes("선거")}`),
  );
  expect([...bases].sort()).toEqual(["expected true", "law false"]);
});

test("the lunar days agree with the Dangi calendar of the runtime", () => {
  const dangi = new Intl.DateTimeFormat("en-u-ca-dangi", {
    timeZone: "UTC",
    month: "numeric",
    day: "numeric",
  });
  for (let year = koreanYears.first; year <= koreanYears.last; year++) {
    const lunar = koreanHolidays(year)
      .filter((holiday) => ["설날", "부처님오신날", "추석"].includes(holiday.name_ko!))
      .map((holiday) =>
        dangi
          .format(new Date(`${holiday.date}T00:00Z`))
          .split("/")
          .slice(0, 2)
          .join("/"),
      );
    expect(lunar).toEqual(["1/1", "4/8", "8/15"]);
  }
});

test("years outside of the table are refused", () => {
  expect(() => koreanHolidays(2019)).toThrow(RangeError);
  expect(() => koreanHolidays(2041)).toThrow(RangeError);
});
