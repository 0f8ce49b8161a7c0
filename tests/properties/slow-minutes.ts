import type { Calendar } from "#lib/domain/calendars/calendar.ts";

const MINUTE = 60_000;

/** A window of time, minute by minute. */
export interface Window {
  timeZone: string;
  /** Epoch minutes. */
  from: number;
  length: number;
  /** The wall clock of each minute, as the runtime prints it. */
  date: string[];
  weekday: Uint8Array;
  minuteOfDay: Uint16Array;
}

/** Asks the runtime what the wall clock shows in every single minute. Shares nothing with the arithmetic under test. */
export function wallClock(timeZone: string, from: Date, days: number): Window {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const start = from.getTime() / MINUTE;
  const length = days * 1440;
  const window: Window = {
    timeZone,
    from: start,
    length,
    date: new Array(length),
    weekday: new Uint8Array(length),
    minuteOfDay: new Uint16Array(length),
  };
  let lastDate = "";
  for (let minute = 0; minute < length; minute++) {
    const [date, time] = format.format((start + minute) * MINUTE).split(" ") as [string, string];
    window.date[minute] = date === lastDate ? lastDate : date;
    lastDate = window.date[minute]!;
    window.weekday[minute] = new Date(`${date}T12:00:00Z`).getUTCDay();
    window.minuteOfDay[minute] = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  }
  return window;
}

/** For every minute of the window, 1 when the calendar is open. Spans here do not run past midnight. */
export function openMinutes(window: Window, calendar: Calendar): Uint8Array {
  const open = new Uint8Array(window.length);
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const spans = [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    calendar.spans
      .filter((span) => span.weekday === weekday)
      .map((span) => [minutes(span.start), minutes(span.end)] as const),
  );
  const holidays = new Set(calendar.holidays.map((holiday) => holiday.date));
  for (let minute = 0; minute < window.length; minute++) {
    if (calendar.always) open[minute] = 1;
    else if (!holidays.has(window.date[minute]!)) {
      const now = window.minuteOfDay[minute]!;
      for (const [start, end] of spans[window.weekday[minute]!]!)
        if (now >= start && now < end) open[minute] = 1;
    }
  }
  return open;
}
