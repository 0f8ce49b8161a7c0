import type { Holiday } from "./calendar.ts";
import { dateOf, dayNumber, weekdayOf } from "./open-hours.ts";

/** A public holiday of the Republic of Korea. */
export interface KoreanHoliday extends Holiday {
  /**
   * gazette: published for that year (months before it starts) · law: follows from today's law and the lunar
   * calendar, and holds unless the law changes or a day is added · expected: an election by its regular term.
   */
  basis: "gazette" | "law" | "expected";
}

/** The lunar table holds for these years; the official lists (basis gazette) are known up to `gazette`. */
export const koreanYears = { first: 2020, gazette: 2027, last: 2040 };

/**
 * Lunar New Year (1/1), Buddha's Birthday (4/8) and Chuseok (8/15) as solar dates: what the astronomy
 * institute's lunar calendar gives; the test holds them against the Dangi calendar of ICU.
 */
const lunarDays: Record<number, [seollal: string, buddha: string, chuseok: string]> = {
  2020: ["01-25", "04-30", "10-01"],
  2021: ["02-12", "05-19", "09-21"],
  2022: ["02-01", "05-08", "09-10"],
  2023: ["01-22", "05-27", "09-29"],
  2024: ["02-10", "05-15", "09-17"],
  2025: ["01-29", "05-05", "10-06"],
  2026: ["02-17", "05-24", "09-25"],
  2027: ["02-07", "05-13", "09-15"],
  2028: ["01-27", "05-02", "10-03"],
  2029: ["02-13", "05-20", "09-22"],
  2030: ["02-03", "05-09", "09-12"],
  2031: ["01-23", "05-28", "10-01"],
  2032: ["02-11", "05-16", "09-19"],
  2033: ["01-31", "05-06", "09-08"],
  2034: ["02-19", "05-25", "09-27"],
  2035: ["02-08", "05-15", "09-16"],
  2036: ["01-28", "05-03", "10-04"],
  2037: ["02-15", "05-22", "09-24"],
  2038: ["02-04", "05-11", "09-13"],
  2039: ["01-24", "04-30", "10-02"],
  2040: ["02-12", "05-18", "09-21"],
};

/** Days that were set once: elections and temporary holidays. */
const onceOnly: [date: string, name: string, name_ko: string][] = [
  ["2020-04-15", "National Assembly election", "국회의원 선거일"],
  ["2020-08-17", "Temporary holiday", "임시공휴일"],
  ["2022-03-09", "Presidential election", "대통령 선거일"],
  ["2022-06-01", "Local elections", "지방선거일"],
  ["2023-10-02", "Temporary holiday", "임시공휴일"],
  ["2024-04-10", "National Assembly election", "국회의원 선거일"],
  ["2024-10-01", "Temporary holiday (Armed Forces Day)", "임시공휴일(국군의 날)"],
  ["2025-01-27", "Temporary holiday", "임시공휴일"],
  ["2025-06-03", "Presidential election", "대통령 선거일"],
  ["2026-06-03", "Local elections", "지방선거일"],
];

/** Elections by their regular terms. Later ones, and the presidency of 2030, are added when they are set. */
const expected: typeof onceOnly = [
  ["2028-04-12", "National Assembly election", "국회의원 선거일"],
  ["2030-06-12", "Local elections", "지방선거일"],
  ["2032-04-14", "National Assembly election", "국회의원 선거일"],
];

/** Which clash with a day off brings a substitute day. */
type Substitute = "never" | "sunday" | "weekend";

interface Rule {
  date: string;
  name: string;
  name_ko: string;
  /** The substitute day of a feast bears its name: the three days of Chuseok are one feast. */
  feast: [string, string];
  substitute: Substitute;
}

/**
 * The public holidays of one year, by date, substitute days included.
 *
 * Source: Regulations on Holidays of Public Offices (관공서의 공휴일에 관한 규정), as of each year: since 2014
 * Seollal, Chuseok (a Sunday or another holiday) and Children's Day (also a Saturday) are substituted, since
 * August 2021 the national days, since May 2023 Buddha's Birthday and Christmas; Constitution Day and Labour
 * Day are public holidays, with substitutes, since 2026. Two holidays on one weekday bring one substitute.
 *
 * @throws RangeError outside of `koreanYears`.
 */
export function koreanHolidays(year: number): KoreanHoliday[] {
  const basis = year <= koreanYears.gazette ? "gazette" : "law";
  const rules = rulesOf(year);
  const once = onceOnly.filter(([date]) => date.startsWith(`${year}-`));
  const off = new Map<number, number>();
  for (const date of [...rules.map((rule) => rule.date), ...once.map(([day]) => day)]) {
    off.set(dayNumber(date), (off.get(dayNumber(date)) ?? 0) + 1);
  }
  const holidays: KoreanHoliday[] = [
    ...rules.map(({ date, name, name_ko }) => ({ date, name, name_ko, basis }) as const),
    ...once.map(([date, name, name_ko]) => ({ date, name, name_ko, basis }) as const),
    ...expected
      .filter(([date]) => date.startsWith(`${year}-`))
      .map(([date, name, name_ko]) => ({ date, name, name_ko, basis: "expected" }) as const),
  ];
  for (const rule of rules) {
    const day = dayNumber(rule.date);
    if (!needsSubstitute(rule, off.get(day)!)) continue;
    off.set(day, 1);
    const free = nextWorkingDay(day, off);
    off.set(free, 1);
    const [name, name_ko] = rule.feast;
    holidays.push({
      date: dateOf(free),
      name: `Substitute holiday (${name})`,
      name_ko: `대체공휴일(${name_ko})`,
      basis,
    });
  }
  return holidays.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function rulesOf(year: number): Rule[] {
  const lunar = lunarDays[year];
  if (!lunar)
    throw new RangeError(`Korean holidays are known for ${koreanYears.first} to ${koreanYears.last}`);
  const [seollal, buddha, chuseok] = lunar.map((day) => dayNumber(`${year}-${day}`)) as [
    number,
    number,
    number,
  ];
  const national: Substitute = year >= 2022 ? "weekend" : "never";
  const autumn2021: Substitute = year >= 2021 ? "weekend" : "never";
  const since2023: Substitute = year >= 2023 ? "weekend" : "never";
  const on = (day: string, name: string, name_ko: string, substitute: Substitute): Rule => ({
    date: `${year}-${day}`,
    name,
    name_ko,
    feast: [name, name_ko],
    substitute,
  });
  const feast = (middle: number, name: string, name_ko: string): Rule[] =>
    [-1, 0, 1].map((shift) => ({
      date: dateOf(middle + shift),
      name: shift === 0 ? name : `${name} holiday`,
      name_ko: shift === 0 ? name_ko : `${name_ko} 연휴`,
      feast: [name, name_ko],
      substitute: "sunday",
    }));
  return [
    on("01-01", "New Year's Day", "신정", "never"),
    ...feast(seollal, "Seollal", "설날"),
    on("03-01", "Independence Movement Day", "삼일절", national),
    ...(year >= 2026 ? [on("05-01", "Labour Day", "노동절", "weekend")] : []),
    on("05-05", "Children's Day", "어린이날", "weekend"),
    { ...on("01-01", "Buddha's Birthday", "부처님오신날", since2023), date: dateOf(buddha) },
    on("06-06", "Memorial Day", "현충일", "never"),
    ...(year >= 2026 ? [on("07-17", "Constitution Day", "제헌절", "weekend")] : []),
    on("08-15", "Liberation Day", "광복절", autumn2021),
    ...feast(chuseok, "Chuseok", "추석"),
    on("10-03", "National Foundation Day", "개천절", autumn2021),
    on("10-09", "Hangul Day", "한글날", autumn2021),
    on("12-25", "Christmas Day", "성탄절", since2023),
  ];
}

/** Overlapping holidays are settled by the first that asks, so that one weekday brings one substitute. */
function needsSubstitute(rule: Rule, holidaysThatDay: number): boolean {
  if (rule.substitute === "never") return false;
  const weekday = weekdayOf(dayNumber(rule.date));
  if (weekday === 0) return true;
  if (weekday === 6) return rule.substitute === "weekend" || holidaysThatDay > 1;
  return holidaysThatDay > 1;
}

function nextWorkingDay(day: number, off: ReadonlyMap<number, number>): number {
  let next = day + 1;
  while (off.has(next) || weekdayOf(next) % 6 === 0) next++;
  return next;
}
