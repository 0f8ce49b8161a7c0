import { dateOf, dayNumber, weekdayOf } from "./open-hours.ts";

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/**
 * The day numbers of a yearly recurrence up to the end of a year: RRULE with FREQ=YEARLY and INTERVAL, COUNT,
 * UNTIL, and one BYMONTH with one BYMONTHDAY or one BYDAY such as 4TH or -1MO (RFC 5545, 3.3.10).
 * Null for any other rule: a wrong holiday is worse than a missing one.
 */
export function yearlyDays(rule: string, first: number, lastYear: number): number[] | null {
  const parts = new Map(
    rule
      .toUpperCase()
      .split(";")
      .map((part) => part.split("=", 2) as [string, string]),
  );
  const dayIn = yearlyDay(parts, dateOf(first));
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const count = Number(parts.get("COUNT") ?? Number.POSITIVE_INFINITY);
  if (!dayIn || !(interval >= 1) || !(count >= 1)) return null;
  const until = untilDay(parts.get("UNTIL"));
  const days: number[] = [];
  for (
    let year = Number(dateOf(first).slice(0, 4));
    year <= lastYear && days.length < count;
    year += interval
  ) {
    const day = dayIn(year);
    if (day !== null && day > until) break;
    if (day !== null && day >= first) days.push(day);
  }
  return days;
}

/** Which day of a year the rule means; null in a year without it (29 February). Null: not understood. */
function yearlyDay(parts: Map<string, string>, start: string): ((year: number) => number | null) | null {
  const known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST"];
  if (parts.get("FREQ") !== "YEARLY" || [...parts.keys()].some((key) => !known.includes(key))) return null;
  const month = parts.get("BYMONTH") ?? String(Number(start.slice(5, 7)));
  const date = parts.get("BYMONTHDAY") ?? String(Number(start.slice(8, 10)));
  if (!/^([1-9]|1[0-2])$/.test(month)) return null;
  const byDay = parts.get("BYDAY");
  if (byDay === undefined) {
    if (!/^([1-9]|[12]\d|3[01])$/.test(date)) return null;
    return (year) => dateIn(year, Number(month), Number(date));
  }
  const nth = /^([+-]?[1-5])(SU|MO|TU|WE|TH|FR|SA)$/.exec(byDay);
  if (!nth || !parts.has("BYMONTH") || parts.has("BYMONTHDAY")) return null;
  return (year) => nthWeekday(year, Number(month), Number(nth[1]), weekdays.indexOf(nth[2]!));
}

function nthWeekday(year: number, month: number, nth: number, weekday: number): number | null {
  const first = dateIn(year, month, 1)!;
  const next = month === 12 ? dateIn(year + 1, 1, 1)! : dateIn(year, month + 1, 1)!;
  const day =
    nth > 0
      ? first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
      : next - 1 - ((weekdayOf(next - 1) - weekday + 7) % 7) + (nth + 1) * 7;
  return day >= first && day < next ? day : null;
}

function dateIn(year: number, month: number, date: number): number | null {
  const text = [
    String(year).padStart(4, "0"),
    String(month).padStart(2, "0"),
    String(date).padStart(2, "0"),
  ].join("-");
  const day = dayNumber(text);
  return Number.isNaN(day) || dateOf(day) !== text ? null : day;
}

function untilDay(until: string | undefined): number {
  if (!until) return Number.POSITIVE_INFINITY;
  return dayNumber(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`);
}
