import type { TicketStatus } from "../tickets/status.ts";
import type { ClockReason } from "./clocks.ts";
import type { ClockActor, ClockFact } from "./facts.ts";
import type { ClockKind } from "./policy.ts";
import { type Timeline, termsAt } from "./timeline.ts";

/** One run of a clock, from its start to what ended it; how long that may take is decided later. */
export interface Cycle {
  kind: ClockKind;
  cycle: number;
  startedAt: Date;
  metAt: Date | null;
  cancelledAt: Date | null;
  reasons: ClockReason[];
  assistantFirstReplyAt: Date | null;
}

interface Walk {
  timeline: Timeline;
  cycles: Cycle[];
  /** The cycle of a kind that has not ended. */
  open: Partial<Record<ClockKind, Cycle>>;
  resolution: Cycle | null;
  firstReply: Cycle | null;
  /** What the last solve ended although nobody had answered: reopening by the desk brings it back. */
  unanswered: Cycle[];
  /** What dropping the ticket ended, while it is dropped. */
  dropped: Cycle[] | null;
  /** The oldest message that came in while solved. It counts once the ticket is reopened. */
  heldMessage: Extract<ClockFact, { type: "customer_message" }> | null;
  /** The assistant's last answer that fulfils next reply, by the policy of its day. */
  answeredByAssistantAt: Date | null;
  lastAssistantReplyAt: Date | null;
  assistantFirstReplyAt: Date | null;
  solved: boolean;
}

/** Walks the facts once and says which clocks started and what ended them. */
export function cyclesOf(timeline: Timeline): Cycle[] {
  const walk: Walk = {
    timeline,
    cycles: [],
    open: {},
    resolution: null,
    firstReply: null,
    unanswered: [],
    dropped: null,
    heldMessage: null,
    answeredByAssistantAt: null,
    lastAssistantReplyAt: null,
    assistantFirstReplyAt: null,
    solved: false,
  };
  for (const fact of timeline.facts) step(walk, fact);
  if (walk.firstReply) walk.firstReply.assistantFirstReplyAt = walk.assistantFirstReplyAt;
  return walk.cycles;
}

/** On a dropped ticket nothing counts but its return, and an answer that still left. */
function step(walk: Walk, fact: ClockFact): void {
  if (walk.dropped && fact.type === "person_reply") {
    answeredWhileDropped(walk, fact.at);
    return;
  }
  if (walk.dropped && fact.type !== "ticket_restored") return;
  switch (fact.type) {
    case "ticket_created":
      created(walk, fact);
      break;
    case "customer_message":
      customerWrote(walk, fact);
      break;
    case "person_reply":
      personReplied(walk, fact);
      break;
    case "assistant_reply":
      assistantAnswered(walk, fact);
      break;
    case "reply_bounced":
      bounced(walk, fact);
      break;
    case "status_changed":
      statusChanged(walk, fact.to, fact.by, fact.at);
      break;
    case "ticket_dropped":
      walk.dropped = Object.values(walk.open);
      for (const { kind } of walk.dropped) cancel(walk, kind, fact.at, "dropped");
      break;
    case "ticket_restored":
      for (const cycle of walk.dropped ?? []) revive(walk, cycle, fact.at);
      walk.dropped = null;
      break;
  }
}

/** Whoever waited has been answered: there is nothing to go back to. */
function answeredWhileDropped(walk: Walk, at: Date): void {
  walk.dropped = walk.dropped!.filter((cycle) => {
    const waited = cycle.kind === "first_reply" || cycle.kind === "next_reply";
    if (waited) {
      cycle.cancelledAt = null;
      cycle.metAt = at;
    }
    return !waited;
  });
}

function created(walk: Walk, fact: Extract<ClockFact, { type: "ticket_created" }>): void {
  if (fact.by === "customer") walk.firstReply = activate(walk, "first_reply", fact.at, { why: "created" });
  activate(walk, "requester_wait", fact.at, { why: "created" });
  walk.resolution = activate(walk, "resolution", fact.at, { why: "created" });
  if (isSolved(fact.status ?? "new")) statusChanged(walk, "solved", fact.by, fact.at);
}

/** Until somebody has answered, first reply stands for all that the customer wrote. */
function customerWrote(walk: Walk, fact: Extract<ClockFact, { type: "customer_message" }>): void {
  if (walk.solved) {
    walk.heldMessage ??= fact;
    return;
  }
  const first = walk.open.first_reply;
  const covered = first && !(walk.answeredByAssistantAt && walk.answeredByAssistantAt >= first.startedAt);
  if (walk.open.next_reply || covered) return;
  activate(walk, "next_reply", fact.at, { why: "customer_message", messageId: fact.messageId });
}

/** A reply that follows the solve by a moment is still the answer to what was waiting. */
function personReplied(walk: Walk, fact: Extract<ClockFact, { type: "person_reply" }>): void {
  for (const cycle of walk.unanswered) {
    cycle.cancelledAt = null;
    walk.open[cycle.kind] = cycle;
  }
  walk.unanswered = [];
  meet(walk, "first_reply", fact.at, { why: "person_reply", messageId: fact.messageId });
  meet(walk, "next_reply", fact.at, { why: "person_reply", messageId: fact.messageId });
}

function assistantAnswered(walk: Walk, fact: Extract<ClockFact, { type: "assistant_reply" }>): void {
  walk.assistantFirstReplyAt ??= fact.at;
  walk.lastAssistantReplyAt = fact.at;
  walk.unanswered = [];
  if (!termsAt(walk.timeline, fact.at)?.policy?.assistantFulfilsNextReply) return;
  walk.answeredByAssistantAt = fact.at;
  meet(walk, "next_reply", fact.at, { why: "assistant_reply", messageId: fact.messageId });
}

/** The reply itself is already left out; the clocks that it would have ended say why they still run. */
function bounced(walk: Walk, fact: Extract<ClockFact, { type: "reply_bounced" }>): void {
  if (!walk.timeline.bounced.has(fact.messageId)) return;
  const reason: ClockReason = { event: "unfulfil", at: fact.at, why: "bounced", messageId: fact.messageId };
  for (const cycle of [walk.open.first_reply, walk.open.next_reply, ...walk.unanswered]) {
    if (cycle && cycle.startedAt <= fact.at) cycle.reasons.push(reason);
  }
}

function statusChanged(walk: Walk, to: TicketStatus, by: ClockActor, at: Date): void {
  const solved = isSolved(to);
  if (solved === walk.solved) return;
  walk.solved = solved;
  if (solved) solve(walk, at);
  else reopen(walk, by, at);
}

/** Solving settles what waited: reply clocks end without being met, the other two are met. */
function solve(walk: Walk, at: Date): void {
  walk.unanswered = [];
  walk.heldMessage = null;
  for (const kind of ["first_reply", "next_reply"] as const) {
    const cycle = walk.open[kind];
    if (!cycle) continue;
    const answered = walk.lastAssistantReplyAt && walk.lastAssistantReplyAt >= cycle.startedAt;
    if (!answered) walk.unanswered.push(cycle);
    cancel(walk, kind, at, "solved");
  }
  meet(walk, "requester_wait", at, { why: "solved" });
  meet(walk, "resolution", at, { why: "solved" });
}

/**
 * A customer who reopens asks anew: next reply starts at the message that did it, first reply never again.
 * When the desk reopens, a solve that nobody had answered before is undone: who waited still waits.
 */
function reopen(walk: Walk, by: ClockActor, at: Date): void {
  activate(walk, "requester_wait", at, { why: "reopened" });
  if (walk.resolution) revive(walk, walk.resolution, at);
  const { unanswered } = walk;
  walk.unanswered = [];
  if (by !== "customer" && !walk.heldMessage) {
    for (const cycle of unanswered) revive(walk, cycle, at);
    return;
  }
  const message = walk.heldMessage;
  activate(
    walk,
    "next_reply",
    message?.at ?? at,
    message ? { why: "customer_message", messageId: message.messageId } : { why: "reopened" },
  );
}

function activate(walk: Walk, kind: ClockKind, at: Date, reason: Omit<ClockReason, "event" | "at">): Cycle {
  const cycle: Cycle = {
    kind,
    cycle: 1 + walk.cycles.filter((earlier) => earlier.kind === kind).length,
    startedAt: at,
    metAt: null,
    cancelledAt: null,
    reasons: [{ event: "activate", at, ...reason }],
    assistantFirstReplyAt: null,
  };
  walk.cycles.push(cycle);
  walk.open[kind] = cycle;
  return cycle;
}

function revive(walk: Walk, cycle: Cycle, at: Date): void {
  cycle.metAt = null;
  cycle.cancelledAt = null;
  cycle.reasons.push({ event: "activate", at, why: "reopened" });
  walk.open[cycle.kind] = cycle;
}

function meet(walk: Walk, kind: ClockKind, at: Date, reason: Omit<ClockReason, "event" | "at">): void {
  const cycle = walk.open[kind];
  if (!cycle) return;
  cycle.metAt = at;
  cycle.reasons.push({ event: "fulfil", at, ...reason });
  delete walk.open[kind];
}

function cancel(walk: Walk, kind: ClockKind, at: Date, why: "solved" | "dropped"): void {
  const cycle = walk.open[kind];
  if (!cycle) return;
  cycle.cancelledAt = at;
  cycle.reasons.push({ event: "cancel", at, why });
  delete walk.open[kind];
}

const isSolved = (status: TicketStatus): boolean => status === "solved" || status === "closed";
