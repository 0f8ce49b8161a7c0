import { aroundTheClock, type Calendar } from "../calendars/calendar.ts";
import type { Priority, TicketStatus } from "../tickets/status.ts";
import type { ClockFact, SlaBook } from "./facts.ts";
import type { ClockKind, SlaPolicy } from "./policy.ts";

/** The terms a clock is measured by from `at` on. */
export interface Terms {
  at: Date;
  because: "policy" | "priority" | "calendar";
  policy: SlaPolicy | null;
  priority: Priority;
  calendar: Calendar;
}

/** A ticket's facts up to now: in order, without the replies that did not arrive. */
export interface Timeline {
  facts: ClockFact[];
  terms: Terms[];
  statuses: { at: Date; status: TicketStatus }[];
  /** Ids of replies that never arrived. */
  bounced: ReadonlySet<string>;
}

/** Orders the facts and settles which replies arrived, which terms held and which status, from when. */
export function timelineOf(facts: readonly ClockFact[], book: SlaBook, now: Date): Timeline {
  const known = facts.filter((fact) => fact.at <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
  const delivery = new Map<string, DeliveryFact>();
  for (const fact of known) {
    if (fact.type === "reply_bounced" || fact.type === "reply_delivered") delivery.set(fact.messageId, fact);
  }
  const bounced = new Set<string>();
  const arrived: ClockFact[] = [];
  for (const fact of known) {
    const last = isReply(fact) ? delivery.get(fact.messageId) : undefined;
    if (!last) arrived.push(fact);
    else if (last.type === "reply_bounced") bounced.add(last.messageId);
    else if (bouncedBefore(known, last)) arrived.push({ ...fact, at: last.at });
    else arrived.push(fact);
  }
  arrived.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { facts: arrived, terms: termsOf(known, book), statuses: statusesOf(known), bounced };
}

/** The terms in force at an instant; null before the ticket was created. */
export function termsAt(timeline: Timeline, at: Date): Terms | null {
  return timeline.terms.findLast((terms) => terms.at <= at) ?? timeline.terms[0] ?? null;
}

export function targetOf(terms: Terms, kind: ClockKind): number | null {
  return terms.policy?.targets[terms.priority]?.[kind] ?? null;
}

function isReply(fact: ClockFact): fact is Extract<ClockFact, { type: "person_reply" | "assistant_reply" }> {
  return fact.type === "person_reply" || fact.type === "assistant_reply";
}

type DeliveryFact = Extract<ClockFact, { type: "reply_bounced" | "reply_delivered" }>;

/** A delivery notice for a reply that never bounced changes nothing. */
function bouncedBefore(facts: ClockFact[], delivered: DeliveryFact): boolean {
  return facts.some((fact) => fact.type === "reply_bounced" && fact.messageId === delivered.messageId);
}

function termsOf(facts: ClockFact[], book: SlaBook): Terms[] {
  const terms: Terms[] = [];
  const calendars: Record<string, Calendar> = { ...book.calendars };
  let policy: SlaPolicy | null = null;
  let priority: Priority = "normal";
  const push = (at: Date, because: Terms["because"]) => {
    const calendar = policy?.calendarId ? calendars[policy.calendarId] : undefined;
    terms.push({ at, because, policy, priority, calendar: calendar ?? aroundTheClock });
  };
  for (const fact of facts) {
    if (fact.type === "ticket_created") {
      priority = fact.priority;
      push(fact.at, "policy");
    } else if (fact.type === "priority_changed") {
      priority = fact.to;
      push(fact.at, "priority");
    } else if (fact.type === "policy_applied") {
      policy = fact.policy ?? book.policies.find((known) => known.id === fact.policyId) ?? null;
      push(fact.at, "policy");
    } else if (fact.type === "calendar_changed") {
      calendars[fact.calendarId] = fact.calendar;
      if (policy?.calendarId === fact.calendarId) push(fact.at, "calendar");
    }
  }
  return terms;
}

function statusesOf(facts: ClockFact[]): Timeline["statuses"] {
  const statuses: Timeline["statuses"] = [];
  for (const fact of facts) {
    if (fact.type === "ticket_created") statuses.push({ at: fact.at, status: fact.status ?? "new" });
    if (fact.type === "status_changed") statuses.push({ at: fact.at, status: fact.to });
  }
  return statuses;
}
