import type { ticketEvents } from "#db/schema/index.ts";
import type { ClockActor, ClockFact } from "#lib/domain/sla/facts.ts";
import type { TicketEvent } from "#lib/domain/tickets/events.ts";
import { keyOf, type SlaVersions, type VersionRef } from "./sla-versions.ts";

export type EventRow = Pick<
  typeof ticketEvents.$inferSelect,
  "ticketId" | "type" | "actorKind" | "at" | "data"
>;

/** Events that move a clock; the others need not be read. */
export const clockEvents = [
  "ticket.created",
  "message.received",
  "message.replied",
  "message.noted",
  "message.sent",
  "message.failed",
  "message.bounced",
  "ticket.status_changed",
  "ticket.priority_changed",
  "policy.applied",
  "ticket.merged",
  "ticket.unmerged",
  "ticket.merge_undone",
  "ticket.split",
  "message.unsent",
  "ticket.marked_spam",
  "ticket.trashed",
] as const satisfies readonly TicketEvent["type"][];

/** The ticket's events, in the order they were written, as the clocks understand them. */
export function factsOfEvents(rows: readonly EventRow[], versions: SlaVersions): ClockFact[] {
  const facts: ClockFact[] = [];
  let applied: Applied | null = null;
  for (const row of whenTheyLeft(withoutMoved(rows))) {
    if (row.type === "policy.applied") {
      const next = appliedBy(row);
      facts.push(...factsOfPolicy(row.at, next, applied, versions));
      applied = next;
    } else {
      const fact = factOf(row);
      if (fact) facts.push(fact);
    }
  }
  return facts.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The versions that events speak of; first the policies, for a calendar is known by its policy. */
export function policyRefs(rows: readonly EventRow[]): VersionRef[] {
  return rows.flatMap((row) => (row.type === "policy.applied" ? (appliedBy(row).policy ?? []) : []));
}

export function calendarRefs(rows: readonly EventRow[], policies: SlaVersions["policies"]): VersionRef[] {
  return rows.flatMap((row) =>
    row.type === "policy.applied" ? (calendarOf(appliedBy(row), policies) ?? []) : [],
  );
}

/** What a customer wrote in messages that left for another ticket waits there, not here. */
function withoutMoved(rows: readonly EventRow[]): EventRow[] {
  return rows.filter((row, index) => {
    if (row.type !== "message.received") return true;
    return !rows.slice(index + 1).some(({ type, data }) => {
      const left = type === "ticket.split" || type === "ticket.merge_undone";
      return left && (data.messageIds as string[]).includes(row.data.messageId as string);
    });
  });
}

/** A reply that was put off is an answer when it leaves, not when it was written. */
function whenTheyLeft(rows: readonly EventRow[]): EventRow[] {
  const waiting = new Map<unknown, EventRow>();
  return rows.flatMap((row) => {
    const { messageId } = row.data;
    if (row.type === "message.replied" && row.data.leavesAt) {
      waiting.set(messageId, row);
      return [];
    }
    const left = row.type === "message.sent" && waiting.get(messageId);
    if (!left) return [row];
    waiting.delete(messageId);
    return [{ ...left, at: row.at }, row];
  });
}

type Applied = { policy: VersionRef | null; calendarVersion: number };

/** What was applied before versions were kept is version 1. */
function appliedBy({ data }: EventRow): Applied {
  const { policyId, policyVersion, calendarVersion } = data as {
    policyId: string | null;
    policyVersion?: number;
    calendarVersion?: number | null;
  };
  return {
    policy: policyId ? { id: policyId, version: policyVersion ?? 1 } : null,
    calendarVersion: calendarVersion ?? 1,
  };
}

function calendarOf(
  { policy, calendarVersion }: Applied,
  policies: SlaVersions["policies"],
): VersionRef | null {
  const calendarId = policy && policies.get(keyOf(policy))?.calendarId;
  return calendarId ? { id: calendarId, version: calendarVersion } : null;
}

/** The calendar comes first: of two facts in one instant the last one names the reason. */
function factsOfPolicy(at: Date, next: Applied, last: Applied | null, versions: SlaVersions): ClockFact[] {
  const ref = calendarOf(next, versions.policies);
  const calendar = ref && versions.calendars.get(keyOf(ref));
  const counted: ClockFact[] =
    ref && calendar ? [{ type: "calendar_changed", at, calendarId: ref.id, calendar }] : [];
  const policy = next.policy && versions.policies.get(keyOf(next.policy));
  const samePolicy = last?.policy && next.policy && keyOf(last.policy) === keyOf(next.policy);
  if (samePolicy) return counted;
  return [
    ...counted,
    { type: "policy_applied", at, policyId: next.policy?.id ?? null, ...(policy && { policy }) },
  ];
}

function factOf(row: EventRow): ClockFact | null {
  const { at } = row;
  const event = { ...row.data, type: row.type, ticketId: row.ticketId } as TicketEvent;
  switch (event.type) {
    case "ticket.created":
      return { type: "ticket_created", at, by: actorOf(row), priority: event.priority };
    case "message.received":
      // A stranger's words, or a machine's, are nothing that anybody owes an answer to.
      return event.auto || event.unverified
        ? null
        : { type: "customer_message", at, messageId: event.messageId };
    case "message.replied":
      return {
        type: event.by === "agent" ? "person_reply" : "assistant_reply",
        at,
        messageId: event.messageId,
      };
    case "message.noted":
      return { type: "note_added", at, messageId: event.messageId };
    case "message.sent":
      return event.messageId ? { type: "reply_delivered", at, messageId: event.messageId } : null;
    case "message.failed":
      return event.messageId ? { type: "reply_bounced", at, messageId: event.messageId } : null;
    case "message.bounced":
      return event.messageId && !event.temporary
        ? { type: "reply_bounced", at, messageId: event.messageId }
        : null;
    case "ticket.status_changed":
      return { type: "status_changed", at, to: event.to, by: actorOf(row) };
    case "ticket.priority_changed":
      return { type: "priority_changed", at, to: event.to };
    // It never left: it ends nothing.
    case "message.unsent":
      return { type: "reply_bounced", at, messageId: event.messageId };
    case "ticket.unmerged":
      return { type: "ticket_restored", at };
    case "ticket.merged":
      return { type: "ticket_dropped", at, because: "merged" };
    case "ticket.trashed":
      return event.trashed
        ? { type: "ticket_dropped", at, because: "deleted" }
        : { type: "ticket_restored", at };
    case "ticket.marked_spam":
      return event.spam ? { type: "ticket_dropped", at, because: "spam" } : { type: "ticket_restored", at };
    default:
      return null;
  }
}

function actorOf(row: EventRow): ClockActor {
  switch (row.actorKind) {
    case "agent":
    case "token":
      return "agent";
    case "assistant":
      return "assistant";
    case "system":
      return "automation";
    case "customer":
    case "visitor":
      return "customer";
  }
}
