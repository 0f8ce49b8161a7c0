import { DAY, MINUTE, openHours, walkOpen } from "./open-hours.ts";

/** Open hours on one weekday, in the calendar's local time. 0 is Sunday. */
export interface Span {
  weekday: number;
  /** "HH:MM" */
  start: string;
  /** "HH:MM"; "24:00" is the end of the day; at or before `start` means that it runs past midnight. */
  end: string;
}

/** A whole local day on which nothing is open. */
export interface Holiday {
  /** "YYYY-MM-DD" */
  date: string;
  name: string;
  name_ko?: string;
}

/** Business hours. A value: make a new one instead of changing it, arithmetic remembers what it worked out. */
export interface Calendar {
  /** IANA name, such as "Asia/Seoul". */
  timeZone: string;
  spans: readonly Span[];
  holidays: readonly Holiday[];
  /** Open every minute of the year; spans and holidays are then ignored. */
  always?: boolean;
}

/** Time without business hours: every minute counts. */
export const aroundTheClock: Calendar = { timeZone: "UTC", spans: [], holidays: [], always: true };

/** How far ahead an opening is looked for. A calendar that is shut this long counts as one that never opens. */
export const HORIZON_DAYS = 3660;

/**
 * The first instant by which `businessMinutes` of open time have passed since `start`.
 * Null when the calendar does not open enough within ten years.
 */
export function dueAt(calendar: Calendar, start: Date, businessMinutes: number): Date | null {
  const at = dueAtMs(calendar, [[start.getTime(), Number.POSITIVE_INFINITY]], businessMinutes * MINUTE);
  return at === null ? null : new Date(at);
}

/**
 * The same over several stretches of running time (sorted, apart, epoch ms; the last may end at infinity),
 * which is how pauses are counted. Null when they hold less open time than that.
 */
export function dueAtMs(
  calendar: Calendar,
  running: readonly (readonly [from: number, to: number])[],
  businessMs: number,
): number | null {
  const hours = openHours(calendar);
  let left = businessMs;
  let due: number | null = null;
  for (const [from, to] of running) {
    if (left <= 0) return from;
    walkOpen(hours, from, Math.min(to, from + HORIZON_DAYS * DAY), (open, close) => {
      if (close - open < left) {
        left -= close - open;
        return false;
      }
      due = open + left;
      return true;
    });
    if (due !== null) return due;
  }
  return null;
}

/** Open milliseconds between two instants; 0 when `to` is not after `from`. */
export function businessMsBetween(calendar: Calendar, from: Date, to: Date): number {
  let sum = 0;
  walkOpen(openHours(calendar), from.getTime(), to.getTime(), (open, close) => {
    sum += close - open;
    return false;
  });
  return sum;
}

/** Whether the calendar is open at an instant. */
export function isOpen(calendar: Calendar, at: Date): boolean {
  return businessMsBetween(calendar, at, new Date(at.getTime() + 1)) > 0;
}

/** The first open instant at or after one; null when there is none within ten years. */
export function nextOpening(calendar: Calendar, at: Date): Date | null {
  let found: number | null = null;
  walkOpen(openHours(calendar), at.getTime(), at.getTime() + HORIZON_DAYS * DAY, (open) => {
    found = open;
    return true;
  });
  return found === null ? null : new Date(found);
}

/** The open intervals between two instants, in order. Neighbours may touch at midnight. */
export function openIntervals(calendar: Calendar, from: Date, to: Date): { from: Date; to: Date }[] {
  const intervals: { from: Date; to: Date }[] = [];
  walkOpen(openHours(calendar), from.getTime(), to.getTime(), (open, close) => {
    intervals.push({ from: new Date(open), to: new Date(close) });
    return false;
  });
  return intervals;
}
