import { koreanHolidays } from "../../../lib/domain/calendars/korea.ts";
import type { ClockRule } from "../../../lib/domain/sla/actions.ts";
import type { ClockTargets } from "../../../lib/domain/sla/policy.ts";
import type { Priority } from "../../../lib/domain/tickets/status.ts";

const weekdays = [1, 2, 3, 4, 5];

/** Seoul office hours with a lunch break, closed on public holidays of this year and the two after. */
export const seoulCalendar = (year: number) => ({
  name: "Seoul office hours · 서울 업무 시간",
  timeZone: "Asia/Seoul",
  spans: weekdays.flatMap((weekday) => [
    { weekday, start: "09:00", end: "12:00" },
    { weekday, start: "13:00", end: "18:00" },
  ]),
  holidays: [year, year + 1, year + 2]
    .flatMap(koreanHolidays)
    .map(({ date, name, name_ko }) => ({ date, name, name_ko })),
});

/** Whoever has the ticket hears before the deadline, the managers when it is missed. */
export const standardActions: ClockRule[] = [
  { when: "warning", clocks: [], act: { kind: "notify", who: "assignee" } },
  { when: "breach", clocks: [], act: { kind: "notify", who: "managers" } },
];

const minutes = (first_reply: number, next_reply: number, resolution: number): ClockTargets => ({
  first_reply,
  next_reply,
  requester_wait: resolution,
  resolution,
});

export const standardTargets: Record<Priority, ClockTargets> = {
  urgent: minutes(30, 30, 240),
  high: minutes(60, 120, 480),
  normal: minutes(240, 240, 1440),
  low: minutes(480, 480, 2880),
};

/** Half the time, for customers marked VIP. */
export const vipTargets: Record<Priority, ClockTargets> = {
  urgent: minutes(15, 15, 120),
  high: minutes(30, 60, 240),
  normal: minutes(60, 120, 480),
  low: minutes(120, 240, 960),
};
