import type { Holiday } from "./calendar.ts";
import { dateOf, dayNumber } from "./open-hours.ts";
import { yearlyDays } from "./yearly-rule.ts";

/** Longest event that can be a holiday, in days. */
const MAX_DAYS = 366;
const MAX_EVENTS = 10_000;

/** An event that was left out, and why, to be shown beside the import. */
export interface IgnoredEvent {
  summary: string;
  why:
    | "not_whole_day"
    | "no_start"
    | "bad_date"
    | "cancelled"
    | "too_long"
    | "rule_not_understood"
    | "too_many";
}

/**
 * Reads the whole-day events of an iCalendar file (RFC 5545) as holidays within some years, both included.
 * Understands folded lines, DTEND (exclusive), DURATION in days and weeks, yearly rules and EXDATE.
 * Never throws; what it does not take is listed. Each date comes once, with the first name found for it.
 */
export function importIcal(
  text: string,
  years: { from: number; to: number },
): { holidays: Holiday[]; ignored: IgnoredEvent[] } {
  const byDate = new Map<string, Holiday>();
  const ignored: IgnoredEvent[] = [];
  eventsOf(text).forEach((event, index) => {
    const name = propertyNamed(event, "SUMMARY")?.text.trim() || "Holiday";
    const days = index < MAX_EVENTS ? daysOf(event, years) : "too_many";
    if (typeof days === "string") {
      ignored.push({ summary: name, why: days });
      return;
    }
    const korean = /[\uac00-\ud7a3]/.test(name);
    for (const day of days) {
      const date = dateOf(day);
      if (!byDate.has(date)) byDate.set(date, { date, name, ...(korean && { name_ko: name }) });
    }
  });
  return { holidays: [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), ignored };
}

interface Property {
  name: string;
  parameters: string;
  text: string;
}

/** The day numbers an event covers within the years, or why it is left out. */
function daysOf(
  event: readonly Property[],
  years: { from: number; to: number },
): number[] | IgnoredEvent["why"] {
  const start = propertyNamed(event, "DTSTART");
  if (!start) return "no_start";
  if (propertyNamed(event, "STATUS")?.text.toUpperCase() === "CANCELLED") return "cancelled";
  if (!/^\d{8}$/.test(start.text)) return /^\d{8}T/.test(start.text) ? "not_whole_day" : "bad_date";
  const first = dayOf(start.text);
  const length = lengthOf(event, first);
  if (Number.isNaN(first) || Number.isNaN(length)) return "bad_date";
  if (length > MAX_DAYS) return "too_long";
  const rule = propertyNamed(event, "RRULE")?.text;
  const starts = rule ? yearlyDays(rule, first, years.to) : [first];
  if (!starts) return "rule_not_understood";
  const without = new Set(
    event
      .filter((one) => one.name === "EXDATE")
      .flatMap((one) => one.text.split(",").map((date) => dayOf(date.slice(0, 8)))),
  );
  return starts
    .filter((day) => !without.has(day))
    .flatMap((day) => Array.from({ length }, (_, index) => day + index))
    .filter((day) => {
      const year = Number(dateOf(day).slice(0, 4));
      return year >= years.from && year <= years.to;
    });
}

/** Whole days; NaN when it says something else. An end at or before the start counts as one day. */
function lengthOf(event: readonly Property[], first: number): number {
  const end = propertyNamed(event, "DTEND");
  if (end) return Math.max(1, dayOf(end.text.slice(0, 8)) - first);
  const duration = propertyNamed(event, "DURATION");
  if (!duration) return 1;
  const match = /^\+?P(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration.text);
  return match ? Math.max(1, Number(match[1] ?? 0) * 7 + Number(match[2] ?? 0)) : Number.NaN;
}

function eventsOf(text: string): Property[][] {
  const events: Property[][] = [];
  let event: Property[] | null = null;
  let nested = 0;
  for (const line of text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    const property = propertyOf(line);
    if (!property) continue;
    const component = property.text.toUpperCase();
    if (property.name === "BEGIN" && component === "VEVENT") event = [];
    else if (property.name === "BEGIN" && event) nested++;
    else if (property.name === "END" && component === "VEVENT") {
      if (event) events.push(event);
      event = null;
      nested = 0;
    } else if (property.name === "END" && event) nested--;
    else if (event && nested === 0) event.push(property);
  }
  return events;
}

/** "NAME;PARAMETERS:text"; a colon inside quoted parameters does not end them. */
function propertyOf(line: string): Property | null {
  const match = /^([A-Za-z0-9-]+)((?:;[^:;"]*(?:"[^"]*"[^:;"]*)*)*):(.*)$/.exec(line);
  if (!match) return null;
  return { name: match[1]!.toUpperCase(), parameters: match[2]!, text: unescaped(match[3]!) };
}

const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, char: string) => (char === "n" || char === "N" ? " " : char));

const propertyNamed = (event: readonly Property[], name: string): Property | undefined =>
  event.find((property) => property.name === name);

/** Day number of "YYYYMMDD"; NaN for a date that does not exist. */
function dayOf(text: string): number {
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  const day = /^\d{8}$/.test(text) ? dayNumber(date) : Number.NaN;
  return Number.isNaN(day) || dateOf(day) !== date ? Number.NaN : day;
}
