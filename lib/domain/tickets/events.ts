import type { HandOffReason } from "../answers/gate.ts";
import type { Answerer, Score } from "../ratings/rating.ts";
import type { FieldValue } from "./custom-fields.ts";
import type { LinkKind } from "./links.ts";
import type { Priority, TicketStatus } from "./status.ts";

/** The mark of the assistant's work in the list. */
type AssistantMark = "waiting" | "sorted" | "draft_ready" | "held" | "answered" | "handed_off" | "off";

/** Everything that can happen to a ticket. The timeline, the clocks and the figures are read from these. */
export type TicketEvent = { ticketId: string; at?: Date } & (
  | { type: "ticket.created"; channel: string; priority: Priority; messageId: string }
  | {
      type: "message.received";
      messageId: string;
      from: string | null;
      auto: string | null;
      unverified: string | null;
    }
  /** `leavesAt`, ISO 8601: it was put off, and is an answer when it has left. */
  | { type: "message.replied"; messageId: string; by: "agent" | "assistant"; leavesAt?: string }
  | { type: "message.noted"; messageId: string }
  /** Taken back before it left: it counts as never written. */
  | { type: "message.unsent"; messageId: string; why?: "customer_wrote" }
  | { type: "message.acknowledged"; outboundId: string }
  | { type: "message.sent"; messageId: string | null; outboundId: string; response: string | null }
  | { type: "message.failed"; messageId: string | null; outboundId: string; error: string }
  | { type: "message.bounced"; messageId: string | null; recipients: string[]; temporary: boolean }
  | { type: "ticket.status_changed"; from: TicketStatus; to: TicketStatus; why?: string }
  | { type: "ticket.priority_changed"; from: Priority; to: Priority; why?: string }
  | { type: "ticket.assigned"; from: string | null; to: string | null; why?: unknown }
  | { type: "ticket.queue_changed"; from: string | null; to: string | null; why?: unknown }
  | { type: "ticket.category_changed"; from: string | null; to: string | null; corrected: boolean }
  | { type: "ticket.tagged"; added: string[]; removed: string[] }
  /** A custom field, by its id and key; a choice by the choice's key. */
  | {
      type: "ticket.field_changed";
      field: string;
      key: string;
      from: FieldValue | null;
      to: FieldValue | null;
    }
  | { type: "ticket.subject_changed"; from: string; to: string }
  /** Null: until the customer writes. */
  | { type: "ticket.snoozed"; until: Date | null }
  | { type: "ticket.woke"; why: "time" | "reply" | "by_hand" }
  | { type: "ticket.trashed"; trashed: boolean }
  /** With all that taking it back needs. */
  | {
      type: "ticket.merged";
      into: string;
      number: number;
      messageIds: string[];
      participants: string[];
      before: { status: TicketStatus; assistantState: AssistantMark; closesAt: Date | null };
    }
  | { type: "ticket.merged_in"; number: number }
  | { type: "ticket.unmerged"; number: number }
  | { type: "ticket.merge_undone"; number: number; messageIds: string[] }
  /** A person says that it does not repeat the other, as the assistant thought. */
  | { type: "ticket.not_duplicate"; number: number }
  | { type: "ticket.split"; into: string; number: number; messageIds: string[] }
  | { type: "ticket.split_from"; number: number }
  /** Told on both ends, each with the other's number. */
  | { type: "ticket.linked"; as: LinkKind | "problem_of"; number: number }
  | { type: "ticket.unlinked"; as: LinkKind | "problem_of"; number: number }
  /** One answer to all incidents has begun; without words it only solves them. */
  | { type: "incidents.answered"; answerId: string; total: number; words: boolean }
  /** `why` when the desk knew the sender for it. */
  | { type: "ticket.marked_spam"; spam: boolean; why?: "known_sender" }
  /** With a third party; nothing of it moves a clock or reaches the customer. */
  | { type: "side.started"; conversationId: string; to: string; subject: string }
  | { type: "side.written"; conversationId: string; to: string }
  | {
      type: "side.answered";
      conversationId: string;
      from: string;
      auto: string | null;
      unverified: string | null;
    }
  | { type: "side.failed"; conversationId: string; error: string }
  | { type: "side.done"; conversationId: string; done: boolean }
  | { type: "ticket.follow_up_created"; followUpId: string; number: number }
  | { type: "assistant.triaged"; runId: string; applied: boolean }
  | { type: "assistant.drafted"; runId: string; draftId: string; held: boolean; reason: string }
  | { type: "assistant.answered"; runId: string; messageId: string; closes: boolean }
  | { type: "assistant.handed_off"; runId: string | null; reason: HandOffReason; summary: string }
  | { type: "assistant.discarded"; runId: string; reason: string }
  | { type: "draft.released"; draftId: string; edited: boolean }
  | { type: "draft.discarded"; draftId: string }
  /** A colleague writes on where another stopped. */
  | { type: "draft.adopted"; draftId: string; from: string | null }
  | { type: "macro.applied"; macroId: string; name: string; name_ko: string }
  | { type: "customer.asked_for_person" }
  | { type: "customer.blocked"; blocked: boolean }
  /** Another record of this customer went into theirs; `name` is who it was. */
  | { type: "customer.merged"; mergeId: string; name: string }
  | { type: "customer.merge_undone"; mergeId: string; name: string }
  | { type: "customer.confirmed"; helped: boolean }
  /** By its customer; `before` when they changed their mind. What they wrote with it stands in the rating. */
  | { type: "ticket.rated"; ratingId: string; score: Score; before: Score | null; by: Answerer }
  /** With the versions of the policy and of its calendar: later changes to either do not reach back. */
  | {
      type: "policy.applied";
      policyId: string | null;
      policyVersion?: number;
      calendarVersion?: number | null;
    }
  | { type: "clock.warned"; clock: string; dueAt: Date }
  | { type: "clock.breached"; clock: string; dueAt: Date }
  /** What the policy has done by itself at that moment, once a cycle. */
  | { type: "clock.acted"; clock: string; cycle: number; when: "warning" | "breach"; did: string[] }
  /** Nobody fits, and the configured time has passed. */
  | { type: "routing.manager_told" }
);

export type TicketEventType = TicketEvent["type"];
