import { DAY, MINUTE } from "../calendars/open-hours.ts";
import { stretchAt } from "../calendars/zone.ts";

/** `22:00` until `07:00` of the next day, or `12:00` until `13:00`: local times of a person. */
export type QuietHours = { from: string; until: string };

/** The local date, `2026-11-28`, and the minute of that day. */
export function localTime(timeZone: string, at: Date): { day: string; minute: number } {
  const local = at.getTime() + stretchAt(timeZone, at.getTime()).offset;
  return {
    day: new Date(local).toISOString().slice(0, 10),
    minute: Math.floor((((local % DAY) + DAY) % DAY) / MINUTE),
  };
}

export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** When the quiet hours that are on now will end; null when it is not quiet. Equal ends are never quiet. */
export function quietUntil(quiet: QuietHours | null, timeZone: string, now: Date): Date | null {
  if (!quiet) return null;
  const [from, until] = [minuteOf(quiet.from), minuteOf(quiet.until)];
  const { day, minute } = localTime(timeZone, now);
  const overnight = from > until;
  const isQuiet = overnight ? minute >= from || minute < until : minute >= from && minute < until;
  if (!isQuiet) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`) + (overnight && minute >= from ? DAY : 0);
  return instantOf(timeZone, midnight + until * MINUTE);
}

/** A local wall time as an instant; one that summer time skips is the first after it. */
function instantOf(timeZone: string, local: number): Date {
  const before = stretchAt(timeZone, local - DAY / 2).offset;
  const after = stretchAt(timeZone, local - before).offset;
  const at = local - after;
  const gap = stretchAt(timeZone, at).offset !== after;
  return new Date(gap ? stretchAt(timeZone, local - before).from : at);
}
