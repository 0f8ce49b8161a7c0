import type { Clock, ClockReason, ClockState } from "./clocks.ts";
import type { Cycle } from "./cycles.ts";
import { type Epoch, epochsOf } from "./epochs.ts";
import { dueOver, later, leftOver, type Pause, pausesOf } from "./pauses.ts";
import { type Timeline, termsAt } from "./timeline.ts";

const DEFAULT_WARN_AT_PERCENT = 80;

/** Measures one cycle by the terms in force when it ended, or now. */
export function clockOf(cycle: Cycle, timeline: Timeline, now: Date): Clock {
  const end = cycle.metAt ?? cycle.cancelledAt;
  const epochs = epochsOf(cycle, timeline, end ?? now);
  const { target, from: since } = epochs.at(-1)!;
  const terms = termsAt(timeline, end ?? now)!;
  const pauses = pausesOf(cycle, timeline, terms, end);
  const dueAt = target === null ? null : dueOver(terms.calendar, cycle.startedAt, pauses, target);
  const breachedAt = breachOf(dueAt, since, end, now);
  const pausedSince = end ? null : (pauses.find((pause) => !pause.to)?.from ?? null);
  const state = stateOf(cycle, breachedAt, pausedSince);
  const percent =
    terms.policy?.warnAtPercent === undefined ? DEFAULT_WARN_AT_PERCENT : terms.policy.warnAtPercent;
  return {
    kind: cycle.kind,
    cycle: cycle.cycle,
    state,
    startedAt: cycle.startedAt,
    policyId: terms.policy?.id ?? null,
    priority: terms.priority,
    calendarId: terms.policy?.calendarId ?? null,
    targetMinutes: target,
    dueAt,
    warnAt:
      dueAt && target !== null && percent !== null
        ? dueOver(terms.calendar, cycle.startedAt, pauses, (target * percent) / 100)
        : null,
    pausedSeconds: pauses.reduce((sum, pause) => sum + secondsOf(pause), 0),
    pausedSince,
    leftMs:
      state === "paused" && target !== null
        ? leftOver(terms.calendar, cycle.startedAt, pauses, target)
        : null,
    metAt: cycle.metAt,
    breachedAt,
    cancelledAt: cycle.cancelledAt,
    reasons: reasonsOf(cycle, timeline, epochs, pauses, breachedAt),
    assistantFirstReplyAt: cycle.assistantFirstReplyAt,
  };
}

/** A reply at the very deadline is in time. A deadline that a change put into the past is missed at the change. */
function breachOf(dueAt: Date | null, since: Date, end: Date | null, now: Date): Date | null {
  if (!dueAt) return null;
  const missed = end ? end > dueAt : now >= dueAt;
  if (!missed) return null;
  return later(since, dueAt);
}

function stateOf(cycle: Cycle, breachedAt: Date | null, pausedSince: Date | null): ClockState {
  if (cycle.metAt) return "met";
  if (cycle.cancelledAt) return "cancelled";
  if (breachedAt) return "breached";
  return pausedSince ? "paused" : "running";
}

const secondsOf = (pause: Pause): number =>
  pause.to ? (pause.to.getTime() - pause.from.getTime()) / 1000 : 0;

function reasonsOf(
  cycle: Cycle,
  timeline: Timeline,
  epochs: readonly Epoch[],
  pauses: readonly Pause[],
  breachedAt: Date | null,
): ClockReason[] {
  const reasons: ClockReason[] = [...cycle.reasons];
  epochs.forEach(({ from, terms, target }, index) => {
    const { policy, priority, because } = terms;
    reasons.push({
      event: "apply_policy",
      at: from,
      why: index === 0 ? "policy" : because,
      policyId: policy?.id ?? null,
      priority,
      targetMinutes: target,
    });
    const until = epochs[index + 1]?.from;
    const missed = until && missedIn(cycle, timeline, epochs[index]!, until);
    if (missed) reasons.push({ event: "breach", at: missed, why: "earlier_target", targetMinutes: target });
  });
  for (const { from, to, status } of pauses) {
    reasons.push({ event: "pause", at: from, why: "status", status });
    if (to) reasons.push({ event: "resume", at: to, why: "status" });
  }
  if (breachedAt) reasons.push({ event: "breach", at: breachedAt, why: "due" });
  return reasons.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** When a deadline under terms that no longer hold was missed while they held. */
function missedIn(cycle: Cycle, timeline: Timeline, epoch: Epoch, until: Date): Date | null {
  if (epoch.target === null) return null;
  const pauses = pausesOf(cycle, timeline, epoch.terms, null);
  const due = dueOver(epoch.terms.calendar, cycle.startedAt, pauses, epoch.target);
  if (!due || due >= until) return null;
  return later(due, epoch.from);
}
