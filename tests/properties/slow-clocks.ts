import type { ClockKind } from "#lib/domain/sla/policy.ts";
import type { Priority, TicketStatus } from "#lib/domain/tickets/status.ts";

/** Something that happens at a minute of the window. Bounces name the reply they take back. */
export type SlowFact = { m: number } & (
  | { is: "created"; by: "customer" | "agent"; priority: Priority }
  | { is: "message" | "note" | "acknowledged" }
  | { is: "person" | "assistant"; id: string }
  | { is: "bounce"; id: string }
  | { is: "status"; to: TicketStatus; by: "customer" | "agent" }
  | { is: "priority"; to: Priority }
  | { is: "terms"; terms: SlowTerms }
);

export interface SlowTerms {
  id: string;
  targets: Partial<Record<Priority, Partial<Record<ClockKind, number>>>>;
  pausesOn: TicketStatus[];
  assistantFulfils: boolean;
}

export interface SlowClock {
  kind: ClockKind;
  started: number;
  met: number | null;
  cancelled: number | null;
  /** Null: none, or paused. "later": after the window. */
  due: number | null | "later";
  breached: number | null;
  /** Minutes paused in all up to the end or now. */
  paused: number;
}

const nothing: SlowFact[] = [];

interface Run {
  kind: ClockKind;
  started: number;
  met: number | null;
  cancelled: number | null;
  counted: number[];
  paused: number;
}

/**
 * The clocks at `now`, found by living through every minute: apply what happens, then let each clock that
 * is not paused count the minute if the calendar is open. Slow and plain on purpose.
 */
export function slowClocks(facts: readonly SlowFact[], open: Uint8Array, now: number): SlowClock[] {
  const known = facts.filter((fact) => fact.m <= now);
  const lost = new Set(known.flatMap((fact) => (fact.is === "bounce" ? [fact.id] : [])));
  const happened = known.filter((fact) => !("id" in fact && fact.is !== "bounce" && lost.has(fact.id)));
  const runs: Run[] = [];
  const status: TicketStatus[] = [];
  let current: TicketStatus = "new";
  let terms: SlowTerms | null = null;
  let held: number | null = null;
  let fulfilledByAssistant = -1;
  let assistantAt = -1;
  let undo: Run[] = [];
  const waiting = (kind: ClockKind) =>
    runs.find((run) => run.kind === kind && run.met === null && run.cancelled === null);
  const start = (kind: ClockKind, m: number, counted: number[] = []) =>
    runs.push({ kind, started: m, met: null, cancelled: null, counted, paused: 0 });
  const answer = (kind: ClockKind, m: number) => {
    const run = waiting(kind);
    if (run) run.met = m;
  };
  /** A next reply may begin at a minute that is already past: count what it missed. */
  const startNext = (from: number, m: number) => {
    const missed: number[] = [];
    for (let minute = from; minute < m; minute++) if (open[minute]) missed.push(minute);
    start("next_reply", from, missed);
  };
  // Pauses are the same under all terms of a case, so they hold from the start.
  const pausesOn = happened.flatMap((fact) => (fact.is === "terms" ? [fact.terms] : []))[0] ?? null;
  let next = 0;
  const first = happened[0]!.m;

  for (let m = first; m <= now; m++) {
    let these = nothing;
    if (happened[next]?.m === m) {
      these = happened.filter((fact) => fact.m === m);
      next += these.length;
    }
    // Terms hold for the whole minute in which they come.
    for (const fact of these) if (fact.is === "terms") terms = fact.terms;
    for (const fact of these) {
      if (fact.is === "created") {
        if (fact.by === "customer") start("first_reply", m);
        start("requester_wait", m);
        start("resolution", m);
      }
      if (fact.is === "message") {
        const firstReply = waiting("first_reply");
        if (current === "solved") held ??= m;
        else if (!waiting("next_reply") && (!firstReply || fulfilledByAssistant >= firstReply.started))
          startNext(m, m);
      }
      if (fact.is === "person") {
        for (const run of undo) run.cancelled = null;
        undo = [];
        answer("first_reply", m);
        answer("next_reply", m);
      }
      if (fact.is === "assistant") {
        assistantAt = m;
        undo = [];
        if (terms?.assistantFulfils) {
          fulfilledByAssistant = m;
          answer("next_reply", m);
        }
      }
      if (fact.is === "status" && fact.to !== current) {
        if (fact.to === "solved") {
          held = null;
          const replies = [waiting("first_reply"), waiting("next_reply")].filter((run) => run !== undefined);
          undo = replies.filter((run) => assistantAt < run.started);
          for (const run of replies) run.cancelled = m;
          answer("requester_wait", m);
          answer("resolution", m);
        } else if (current === "solved") {
          start("requester_wait", m);
          runs.find((run) => run.kind === "resolution")!.met = null;
          if (fact.by === "customer" || held !== null) startNext(held ?? m, m);
          else for (const run of undo) run.cancelled = null;
          undo = [];
        }
        current = fact.to;
      }
    }
    status[m] = current;
    if (m === now) break;
    for (const run of runs) {
      if (run.met !== null && run.kind !== "resolution") continue;
      if (stands(run.kind, current, pausesOn)) run.paused += 1;
      else if (open[m]) run.counted.push(m);
    }
  }
  return runs.map((run) => measured(run, happened, status, open, now, pausesOn));
}

function stands(kind: ClockKind, status: TicketStatus, terms: SlowTerms | null): boolean {
  if (kind === "requester_wait") return status === "pending";
  if (kind === "resolution") return status === "solved" || (terms?.pausesOn.includes(status) ?? false);
  return false;
}

function measured(
  run: Run,
  happened: readonly SlowFact[],
  status: readonly TicketStatus[],
  open: Uint8Array,
  now: number,
  terms: SlowTerms | null,
): SlowClock {
  const end = run.met ?? run.cancelled;
  const until = end ?? now;
  const pausing = happened.some((fact) => fact.is === "terms" && fact.m <= until) ? terms : null;
  const { target, since } = targetAt(run.kind, happened, until, run.started);
  const counted = run.counted.filter((minute) => minute < until);
  const standing = end === null && stands(run.kind, status[now]!, terms);
  let due: SlowClock["due"] = null;
  if (target !== null) {
    for (let m = until; counted.length < target && !standing && m < open.length; m++)
      if (open[m]) counted.push(m);
    due = counted.length >= target ? counted[target - 1]! + 1 : standing ? null : "later";
  }
  const missed = typeof due === "number" && (end === null ? now >= due : end > due);
  // Minutes after the end belong to no pause of this run.
  const paused =
    run.kind === "resolution" && end !== null ? pausedBefore(run, status, pausing, end) : run.paused;
  return {
    kind: run.kind,
    started: run.started,
    met: run.met,
    cancelled: run.cancelled,
    due,
    breached: missed ? Math.max(due as number, since) : null,
    paused,
  };
}

function pausedBefore(
  run: Run,
  status: readonly TicketStatus[],
  terms: SlowTerms | null,
  end: number,
): number {
  let sum = 0;
  for (let m = run.started; m < end; m++) if (stands(run.kind, status[m]!, terms)) sum++;
  return sum;
}

/** The target in force at a minute, and since which minute it has been that one. */
function targetAt(
  kind: ClockKind,
  happened: readonly SlowFact[],
  until: number,
  started: number,
): { target: number | null; since: number } {
  let priority: Priority = "normal";
  let terms: SlowTerms | null = null;
  let target: number | null = null;
  let since = started;
  const moments = [...new Set(happened.map((fact) => fact.m))].filter((m) => m <= until);
  for (const m of moments) {
    for (const fact of happened) {
      if (fact.m !== m) continue;
      if (fact.is === "created") priority = fact.priority;
      if (fact.is === "priority") priority = fact.to;
      if (fact.is === "terms") terms = fact.terms;
    }
    const next = terms?.targets[priority]?.[kind] ?? null;
    if (next !== target && m > started) since = m;
    target = next;
  }
  return { target, since };
}
