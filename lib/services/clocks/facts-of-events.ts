import type { ticketEvents } from "#db/schema/index.ts";
import type { ClockActor, ClockFact } from "#lib/domain/sla/facts.ts";
import type { TicketEvent } from "#lib/domain/tickets/events.ts";

type EventRow = typeof ticketEvents.$inferSelect;

/** The ticket's events as the clocks understand them; everything else moves no clock. */
export function factsOfEvents(rows: readonly EventRow[]): ClockFact[] {
  return rows.flatMap((row) => factOf(row) ?? []).sort((a, b) => a.at.getTime() - b.at.getTime());
}

function factOf(row: EventRow): ClockFact | null {
  const { at } = row;
  const event = { ...row.data, type: row.type, ticketId: row.ticketId } as TicketEvent;
  switch (event.type) {
    case "ticket.created":
      return { type: "ticket_created", at, by: actorOf(row), priority: event.priority };
    case "message.received":
      return event.auto ? null : { type: "customer_message", at, messageId: event.messageId };
    case "message.replied":
      return {
        type: event.by === "agent" ? "person_reply" : "assistant_reply",
        at,
        messageId: event.messageId,
      };
    case "message.noted":
      return { type: "note_added", at, messageId: event.messageId };
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
    case "policy.applied":
      return { type: "policy_applied", at, policyId: event.policyId };
    case "ticket.merged":
      return { type: "ticket_dropped", at, because: "merged" };
    case "ticket.marked_spam":
      return event.spam ? { type: "ticket_dropped", at, because: "spam" } : null;
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
