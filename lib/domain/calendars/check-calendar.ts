import type { Calendar } from "./calendar.ts";
import { dateOf, dayNumber, openHours, timeOfDay } from "./open-hours.ts";
import { isTimeZone } from "./zone.ts";

/** What is wrong with a calendar before it is saved. `index` points into spans or holidays. */
export type CalendarProblem =
  | { kind: "unknown_time_zone" }
  | { kind: "never_open" }
  | { kind: "bad_weekday" | "bad_time" | "empty_span"; index: number }
  | { kind: "bad_date" | "nameless_holiday"; index: number };

/** Everything that is wrong with a calendar; empty when deadlines can stand on it. */
export function checkCalendar(calendar: Calendar): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (!isTimeZone(calendar.timeZone)) problems.push({ kind: "unknown_time_zone" });
  calendar.spans.forEach((span, index) => {
    if (!Number.isInteger(span.weekday) || span.weekday < 0 || span.weekday > 6) {
      problems.push({ kind: "bad_weekday", index });
    }
    const [start, end] = [timeOfDay(span.start), timeOfDay(span.end)];
    if (Number.isNaN(start) || Number.isNaN(end) || span.start === "24:00")
      problems.push({ kind: "bad_time", index });
    else if (start === end) problems.push({ kind: "empty_span", index });
  });
  calendar.holidays.forEach((holiday, index) => {
    if (!isDate(holiday.date)) problems.push({ kind: "bad_date", index });
    if (holiday.name.trim() === "") problems.push({ kind: "nameless_holiday", index });
  });
  const opens = calendar.always || openHours(calendar).week.some((spans) => spans.length > 0);
  if (!opens) problems.push({ kind: "never_open" });
  return problems;
}

function isDate(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? dayNumber(text) : Number.NaN;
  return !Number.isNaN(day) && dateOf(day) === text;
}
