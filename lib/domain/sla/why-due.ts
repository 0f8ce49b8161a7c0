import { aroundTheClock, type Calendar } from "../calendars/calendar.ts";
import { type DueExplanation, explainDue } from "../calendars/explain-due.ts";
import type { Clock } from "./clocks.ts";

/**
 * "Why this deadline": the arithmetic of a clock from its start to its deadline, pauses included, as steps to be
 * put into words. Null when the clock has no target. The calendars are those its policy names today.
 */
export function whyDue(clock: Clock, calendars: Readonly<Record<string, Calendar>>): DueExplanation | null {
  if (clock.targetMinutes === null) return null;
  const calendar = (clock.calendarId && calendars[clock.calendarId]) || aroundTheClock;
  return explainDue(calendar, clock.startedAt, clock.targetMinutes, standstillsOf(clock));
}

/** The pauses, from the clock's own reasons; a pause that the clock's end cut short does not count on. */
function standstillsOf(clock: Clock) {
  const ended = clock.metAt ?? clock.cancelledAt;
  return clock.reasons
    .filter((reason) => reason.event === "pause")
    .map((pause) => {
      const resume = clock.reasons.find((reason) => reason.event === "resume" && reason.at >= pause.at);
      return { from: pause.at, to: resume?.at ?? ended, status: pause.status ?? "" };
    });
}
