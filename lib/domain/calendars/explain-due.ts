import type { Calendar, Holiday } from "./calendar.ts";
import { HORIZON_DAYS } from "./calendar.ts";
import { DAY, dateOf, localDay, MINUTE, openHours, walkOpen, weekdayOf } from "./open-hours.ts";

/** A stretch in which a clock stands still because of the ticket; `to` is null while it lasts. */
export interface Standstill {
  from: Date;
  to: Date | null;
  status: string;
}

/** A whole local day without open hours. Weekend: a Saturday or Sunday without spans. */
export type ShutDay =
  | { date: string; because: "holiday"; name: string; name_ko?: string }
  | { date: string; because: "weekend" | "closed" };

/** One step on the way to a deadline. Steps follow each other without a hole. */
export type DueStep =
  | { kind: "counted"; from: Date; to: Date; minutes: number }
  /** Outside hours: nights and breaks, with the whole days in between that were shut. */
  | { kind: "shut"; from: Date; to: Date; days: ShutDay[] }
  | { kind: "paused"; from: Date; to: Date | null; status: string };

/** The arithmetic of a deadline, to be put into words: "Fri 17:40 + 20 min, weekend skipped, Mon 09:00 + 40 min". */
export interface DueExplanation {
  start: Date;
  timeZone: string;
  businessMinutes: number;
  /** Null while paused, or when the calendar never opens enough. */
  dueAt: Date | null;
  steps: DueStep[];
}

/** The same deadline as `dueAt`, with every step that leads to it. Standstills are sorted and apart. */
export function explainDue(
  calendar: Calendar,
  start: Date,
  businessMinutes: number,
  standstills: readonly Standstill[] = [],
): DueExplanation {
  const steps: DueStep[] = [];
  let left = businessMinutes * MINUTE;
  let at = start.getTime();
  const done = (dueAt: Date | null): DueExplanation => ({
    start,
    timeZone: calendar.timeZone,
    businessMinutes,
    dueAt,
    steps,
  });
  for (const pause of [...standstills, null]) {
    const until = pause ? pause.from.getTime() : at + HORIZON_DAYS * DAY;
    let cursor = at;
    let due: number | null = left <= 0 ? at : null;
    walkOpen(openHours(calendar), at, until, (open, close) => {
      if (left <= 0) return true;
      if (open > cursor) steps.push(shut(calendar, cursor, open));
      const counted = Math.min(close - open, left);
      pushCounted(steps, open, open + counted);
      left -= counted;
      cursor = open + counted;
      if (left <= 0) due = cursor;
      return left <= 0;
    });
    if (due !== null) return done(new Date(due));
    if (!pause) return done(null);
    if (cursor < until) steps.push(shut(calendar, cursor, until));
    steps.push({ kind: "paused", from: pause.from, to: pause.to, status: pause.status });
    if (!pause.to) return done(null);
    at = pause.to.getTime();
  }
  return done(null);
}

/** Open time that goes on over midnight or a change of offset is one step. */
function pushCounted(steps: DueStep[], from: number, to: number): void {
  const last = steps.at(-1);
  if (last?.kind === "counted" && last.to.getTime() === from) {
    last.to = new Date(to);
    last.minutes += (to - from) / MINUTE;
  } else {
    steps.push({ kind: "counted", from: new Date(from), to: new Date(to), minutes: (to - from) / MINUTE });
  }
}

function shut(calendar: Calendar, from: number, to: number): DueStep {
  const days: ShutDay[] = [];
  const hours = openHours(calendar);
  const names = new Map(calendar.holidays.map((holiday) => [holiday.date, holiday]));
  const last = localDay(calendar.timeZone, to - 1);
  for (let day = localDay(calendar.timeZone, from); day <= last; day++) {
    const reason = shutDay(names.get(dateOf(day)), dateOf(day), weekdayOf(day), hours.week[weekdayOf(day)]!);
    if (reason) days.push(reason);
  }
  return { kind: "shut", from: new Date(from), to: new Date(to), days };
}

/** A weekend day that is also a holiday is told as the weekend: the holiday changed nothing. */
function shutDay(
  holiday: Holiday | undefined,
  date: string,
  weekday: number,
  spans: readonly unknown[],
): ShutDay | null {
  if (spans.length === 0) return { date, because: weekday === 0 || weekday === 6 ? "weekend" : "closed" };
  if (!holiday) return null;
  return {
    date,
    because: "holiday",
    name: holiday.name,
    ...(holiday.name_ko && { name_ko: holiday.name_ko }),
  };
}
