import type { Priority } from "../tickets/status.ts";
import { clockOf } from "./clock-of.ts";
import { cyclesOf } from "./cycles.ts";
import type { ClockFact, SlaBook } from "./facts.ts";
import { type ClockKind, clockKinds } from "./policy.ts";
import { timelineOf } from "./timeline.ts";

/**
 * running: counting, not yet due · paused: not counting · breached: past due and still unanswered ·
 * met: fulfilled, late when `breachedAt` is set · cancelled: ended without being fulfilled.
 */
export type ClockState = "running" | "paused" | "met" | "breached" | "cancelled";

/** The field's own clock events. */
export type ClockEvent =
  | "activate"
  | "pause"
  | "resume"
  | "fulfil"
  | "unfulfil"
  | "breach"
  | "apply_policy"
  | "cancel";

/** One step in a clock's life. Dates are ISO strings once stored. */
export interface ClockReason {
  event: ClockEvent;
  at: Date;
  why:
    | "created"
    | "customer_message"
    | "reopened"
    | "person_reply"
    | "assistant_reply"
    | "bounced"
    | "solved"
    | "dropped"
    | "status"
    | "policy"
    | "priority"
    | "calendar"
    | "due"
    | "earlier_target";
  status?: string;
  messageId?: string;
  policyId?: string | null;
  priority?: Priority;
  targetMinutes?: number | null;
}

export interface Clock {
  kind: ClockKind;
  /** 1, 2, 3…: next reply and requester wait start again. */
  cycle: number;
  state: ClockState;
  startedAt: Date;
  policyId: string | null;
  priority: Priority;
  calendarId: string | null;
  /** Minutes of the calendar's time; null measures without a deadline. */
  targetMinutes: number | null;
  /** Null without a target, while paused, or when the calendar never opens. */
  dueAt: Date | null;
  /** When to warn; null as for `dueAt`. */
  warnAt: Date | null;
  /** Wall-clock seconds of ended pauses. */
  pausedSeconds: number;
  /** Start of the pause that is on now. */
  pausedSince: Date | null;
  /** What is left of the target while paused, in milliseconds of the calendar's time. */
  leftMs: number | null;
  metAt: Date | null;
  /** The true time of the breach, whenever it is noticed: the deadline, or the change that put it in the past. */
  breachedAt: Date | null;
  cancelledAt: Date | null;
  reasons: ClockReason[];
  /** On first reply only: the assistant's first answer, the figure beside the person's. */
  assistantFirstReplyAt: Date | null;
}

/**
 * All clocks of a ticket at `now`, from its facts alone: running it again at any later time, or after
 * hours of downtime, gives the same true times. Facts after `now` are not looked at. Sorted by kind, then cycle.
 */
export function computeClocks(facts: readonly ClockFact[], book: SlaBook, now: Date): Clock[] {
  const timeline = timelineOf(facts, book, now);
  return cyclesOf(timeline)
    .map((cycle) => clockOf(cycle, timeline, now))
    .sort((a, b) => clockKinds.indexOf(a.kind) - clockKinds.indexOf(b.kind) || a.cycle - b.cycle);
}

/** The newest cycle of each kind: what the ticket shows and what its rows keep. */
export function currentClocks(clocks: readonly Clock[]): Clock[] {
  return clocks.filter((clock, index) => clocks[index + 1]?.kind !== clock.kind);
}

/** What the sweep has already done for a clock. */
export interface ClockNotices {
  warnedAt: Date | null;
  breachNotifiedAt: Date | null;
}

/**
 * When the sweep has to look at a clock next: its warning or its breach, whichever is undone and first.
 * Null when nothing can happen until a fact arrives.
 */
export function nextActionAt(clock: Clock, done: ClockNotices): Date | null {
  if (done.breachNotifiedAt) return null;
  if (clock.breachedAt) return clock.breachedAt;
  if (clock.state !== "running") return null;
  return clock.warnAt && !done.warnedAt ? clock.warnAt : clock.dueAt;
}

/**
 * What the sweep owes at `now`. A warning that was slept through is not sent after the breach.
 * Recording the answer in the clock's notices makes each happen at most once.
 */
export function noticeDue(clock: Clock, done: ClockNotices, now: Date): "warning" | "breach" | null {
  if (done.breachNotifiedAt) return null;
  if (clock.breachedAt && clock.breachedAt <= now) return "breach";
  if (clock.state !== "running" || done.warnedAt || !clock.warnAt) return null;
  return clock.warnAt <= now ? "warning" : null;
}
