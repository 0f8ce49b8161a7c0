import { type Clock, computeClocks } from "./clocks.ts";
import type { TicketTraits } from "./conditions.ts";
import type { ClockFact, SlaBook } from "./facts.ts";
import { type ClockKind, choosePolicy, clockKinds, type SlaPolicy } from "./policy.ts";

/** A ticket to try other terms on: its facts, and the traits that choose its policy. */
export interface ReplayedTicket {
  id: string;
  traits: TicketTraits;
  facts: readonly ClockFact[];
}

/** Of all clocks with a target: how many there were, how many were or are past it. */
export interface Tally {
  measured: number;
  breached: number;
}

export interface WhatIf {
  before: Record<ClockKind, Tally>;
  after: Record<ClockKind, Tally>;
  /** Tickets with at least one clock that is breached only after, or only before; in the order given. */
  newlyBreached: string[];
  noLongerBreached: string[];
}

/** What a policy change would do to one open ticket at this moment. */
export interface ClockChange {
  ticketId: string;
  kind: ClockKind;
  dueBefore: Date | null;
  dueAfter: Date | null;
  /** The change itself makes it late. */
  breaches: boolean;
}

/**
 * Replays tickets as if the proposed policies and calendars had been there from the start: each ticket gets
 * the first proposed policy that matches it as it stands, in place of all that was applied to it.
 */
export function whatIf(
  tickets: readonly ReplayedTicket[],
  current: SlaBook,
  proposed: SlaBook,
  now: Date,
): WhatIf {
  const result: WhatIf = { before: tallies(), after: tallies(), newlyBreached: [], noLongerBreached: [] };
  for (const ticket of tickets) {
    const before = count(result.before, computeClocks(ticket.facts, current, now));
    const after = count(result.after, computeClocks(asIf(ticket, proposed), proposed, now));
    if ([...after].some((clock) => !before.has(clock))) result.newlyBreached.push(ticket.id);
    if ([...before].some((clock) => !after.has(clock))) result.noLongerBreached.push(ticket.id);
  }
  return result;
}

/** The preview before a change is applied to open tickets: only the clocks whose deadline it moves. */
export function previewChange(
  tickets: readonly ReplayedTicket[],
  current: SlaBook,
  proposed: SlaBook,
  now: Date,
): ClockChange[] {
  return tickets.flatMap((ticket) => {
    const before = computeClocks(ticket.facts, current, now);
    const after = computeClocks(
      [...ticket.facts.map((fact) => pinned(fact, current)), ...appliedNow(ticket, proposed, now)],
      proposed,
      now,
    );
    return after.flatMap((clock, index) => {
      const was = before[index]!;
      const moved = was.dueAt?.getTime() !== clock.dueAt?.getTime() || was.leftMs !== clock.leftMs;
      if (clock.metAt || clock.cancelledAt || !moved) return [];
      return [
        {
          ticketId: ticket.id,
          kind: clock.kind,
          dueBefore: was.dueAt,
          dueAfter: clock.dueAt,
          breaches: clock.breachedAt !== null && was.breachedAt === null,
        },
      ];
    });
  });
}

/** The proposed policy, counted in its calendar as proposed, whatever the ticket was counted in before. */
function appliedNow(ticket: ReplayedTicket, proposed: SlaBook, at: Date): ClockFact[] {
  const { policyId, policy } = chosen(ticket, proposed);
  const calendar = policy?.calendarId ? proposed.calendars[policy.calendarId] : undefined;
  const counted: ClockFact[] =
    policy?.calendarId && calendar
      ? [{ type: "calendar_changed", at, calendarId: policy.calendarId, calendar }]
      : [];
  return [...counted, { type: "policy_applied", at, policyId, ...(policy && { policy }) }];
}

/** The ticket's facts with the proposed policy from its creation on. */
function asIf(ticket: ReplayedTicket, proposed: SlaBook): ClockFact[] {
  return ticket.facts.flatMap((fact): ClockFact[] => {
    if (fact.type === "policy_applied" || fact.type === "calendar_changed") return [];
    if (fact.type !== "ticket_created") return [fact];
    return [fact, { type: "policy_applied", at: fact.at, ...chosen(ticket, proposed) }];
  });
}

function chosen(ticket: ReplayedTicket, proposed: SlaBook): { policyId: string | null; policy?: SlaPolicy } {
  const policy = choosePolicy(proposed.policies, ticket.traits);
  return { policyId: policy?.id ?? null, ...(policy && { policy }) };
}

/** What was applied before stays what it was, although the proposed policy may have its id. */
function pinned(fact: ClockFact, current: SlaBook): ClockFact {
  if (fact.type !== "policy_applied" || fact.policy) return fact;
  const policy = current.policies.find((one) => one.id === fact.policyId);
  return policy ? { ...fact, policy } : fact;
}

function tallies(): Record<ClockKind, Tally> {
  return Object.fromEntries(clockKinds.map((kind) => [kind, { measured: 0, breached: 0 }])) as Record<
    ClockKind,
    Tally
  >;
}

/** Adds clocks to the tally and names the breached ones. */
function count(tally: Record<ClockKind, Tally>, clocks: readonly Clock[]): Set<string> {
  const breached = new Set<string>();
  for (const clock of clocks) {
    if (clock.targetMinutes === null) continue;
    tally[clock.kind].measured++;
    if (!clock.breachedAt) continue;
    tally[clock.kind].breached++;
    breached.add(`${clock.kind} ${clock.cycle}`);
  }
  return breached;
}
