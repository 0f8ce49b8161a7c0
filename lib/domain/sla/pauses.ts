import { businessMsBetween, type Calendar, dueAtMs } from "../calendars/calendar.ts";
import type { TicketStatus } from "../tickets/status.ts";
import type { Cycle } from "./cycles.ts";
import type { ClockKind } from "./policy.ts";
import type { Terms, Timeline } from "./timeline.ts";

const MINUTE = 60_000;

/** A stretch in which a clock does not count; `to` is null while it lasts. */
export interface Pause {
  from: Date;
  to: Date | null;
  status: TicketStatus;
}

/**
 * In which statuses a clock stands still. Resolution also stands still while solved: a ticket that is
 * reopened after its deadline goes on where it stopped instead of being late at once.
 */
function pausingStatuses(kind: ClockKind, terms: Terms): readonly TicketStatus[] {
  if (kind === "requester_wait") return ["pending"];
  if (kind === "resolution") return [...(terms.policy?.pausesOn ?? []), "solved", "closed"];
  return [];
}

/** The pauses of a cycle between its start and its end (null: it goes on), in order. */
export function pausesOf(cycle: Cycle, timeline: Timeline, terms: Terms, end: Date | null): Pause[] {
  const pausing = pausingStatuses(cycle.kind, terms);
  if (pausing.length === 0) return [];
  const pauses: Pause[] = [];
  timeline.statuses.forEach(({ at, status }, index) => {
    if (!pausing.includes(status)) return;
    const from = later(at, cycle.startedAt);
    const next = timeline.statuses[index + 1]?.at ?? null;
    const to = end && (!next || next > end) ? end : next;
    if (to && to <= from) return;
    const last = pauses.at(-1);
    if (last?.to && last.to.getTime() === from.getTime() && last.status === status) last.to = to;
    else pauses.push({ from, to, status });
  });
  return pauses;
}

/** The stretches in which a clock counts, epoch ms. After its end it is taken to go on: what would have been due. */
export function runningTime(startedAt: Date, pauses: readonly Pause[]): [from: number, to: number][] {
  const running: [number, number][] = [];
  let from = startedAt.getTime();
  for (const pause of pauses) {
    if (pause.from.getTime() > from) running.push([from, pause.from.getTime()]);
    if (!pause.to) return running;
    from = pause.to.getTime();
  }
  running.push([from, Number.POSITIVE_INFINITY]);
  return running;
}

/** When `minutes` of the calendar's time have been counted; null when a lasting pause comes first. */
export function dueOver(
  calendar: Calendar,
  startedAt: Date,
  pauses: readonly Pause[],
  minutes: number,
): Date | null {
  const due = dueAtMs(calendar, runningTime(startedAt, pauses), minutes * MINUTE);
  return due === null ? null : new Date(due);
}

/** What is left of a target when a lasting pause begins, in milliseconds of the calendar's time. */
export function leftOver(
  calendar: Calendar,
  startedAt: Date,
  pauses: readonly Pause[],
  minutes: number,
): number {
  let left = minutes * MINUTE;
  for (const [from, to] of runningTime(startedAt, pauses)) {
    left -= businessMsBetween(calendar, new Date(from), new Date(to));
  }
  return Math.max(0, left);
}

export const later = (a: Date, b: Date): Date => new Date(Math.max(a.getTime(), b.getTime()));
