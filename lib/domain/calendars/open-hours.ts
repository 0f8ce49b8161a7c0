import type { Calendar } from "./calendar.ts";
import { stretchAt } from "./zone.ts";

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** A calendar made ready for arithmetic: milliseconds after local midnight, by weekday. */
export interface OpenHours {
  timeZone: string;
  always: boolean;
  /** Index 0 is Sunday. Spans are sorted and do not touch. */
  week: readonly (readonly (readonly [start: number, end: number])[])[];
  /** Local days since 1970-01-01 on which nothing is open. */
  closedDays: ReadonlySet<number>;
}

const known = new WeakMap<Calendar, OpenHours>();

/** Worked out once for each calendar object; calendars are values and are never changed in place. */
export function openHours(calendar: Calendar): OpenHours {
  let hours = known.get(calendar);
  if (!hours) {
    hours = {
      timeZone: calendar.timeZone,
      always: calendar.always === true,
      week: weekOf(calendar),
      closedDays: new Set(calendar.holidays.map((holiday) => dayNumber(holiday.date))),
    };
    known.set(calendar, hours);
  }
  return hours;
}

/**
 * Visits the open intervals between two instants (epoch ms) in order; the visitor returns true to stop.
 *
 * An instant is open when its local wall time lies in a span of its local date. So an hour that is
 * skipped by daylight saving counts nothing and an hour that happens twice counts twice.
 */
export function walkOpen(
  hours: OpenHours,
  from: number,
  until: number,
  visit: (from: number, to: number) => boolean,
): void {
  if (hours.always) {
    if (from < until) visit(from, until);
    return;
  }
  for (let at = from; at < until; ) {
    const stretch = stretchAt(hours.timeZone, at);
    const end = Math.min(stretch.to, until);
    for (let day = Math.floor((at + stretch.offset) / DAY); ; day++) {
      const midnight = day * DAY - stretch.offset;
      if (midnight >= end) break;
      if (hours.closedDays.has(day)) continue;
      for (const span of hours.week[weekdayOf(day)]!) {
        const open = Math.max(midnight + span[0], at);
        const close = Math.min(midnight + span[1], end);
        if (open < close && visit(open, close)) return;
      }
    }
    at = end;
  }
}

/** Local days since 1970-01-01 of a date "YYYY-MM-DD". */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** The date "YYYY-MM-DD" of a local day number. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0 is Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The local day number of an instant. */
export function localDay(timeZone: string, at: number): number {
  return Math.floor((at + stretchAt(timeZone, at).offset) / DAY);
}

/** Milliseconds after midnight of "HH:MM"; "24:00" is the end of the day. NaN when malformed. */
export function timeOfDay(text: string): number {
  const match = /^(\d\d):(\d\d)$/.exec(text);
  if (!match) return Number.NaN;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1440 ? minutes * MINUTE : Number.NaN;
}

/** A span that ends at or before its start runs past midnight: its tail belongs to the next weekday. */
function weekOf(calendar: Calendar): [number, number][][] {
  const week: [number, number][][] = [[], [], [], [], [], [], []];
  for (const { weekday, start, end } of calendar.spans) {
    const from = timeOfDay(start);
    const to = timeOfDay(end);
    if (from < to) week[weekday]?.push([from, to]);
    else if (to <= from) {
      week[weekday]?.push([from, DAY]);
      if (to > 0) week[(weekday + 1) % 7]?.push([0, to]);
    }
  }
  return week.map(merged);
}

function merged(spans: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const span of spans.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else result.push([span[0], span[1]]);
  }
  return result;
}
