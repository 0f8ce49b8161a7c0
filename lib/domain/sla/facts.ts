import type { Calendar } from "../calendars/calendar.ts";
import type { Priority, TicketStatus } from "../tickets/status.ts";
import type { SlaPolicy } from "./policy.ts";

/** Who changed a status. Reopening by the customer and by anybody else differ. */
export type ClockActor = "customer" | "agent" | "assistant" | "automation";

/**
 * What happened on a ticket, as far as clocks care: the ticket's events, translated. Order by `at`;
 * facts of the same instant count in the order given. Everything about clocks follows from these.
 */
export type ClockFact =
  /** The first message is part of this fact. `by`: who opened it; only a customer starts first reply. */
  | { type: "ticket_created"; at: Date; by: ClockActor; priority: Priority; status?: TicketStatus }
  | { type: "customer_message"; at: Date; messageId: string }
  /** A public reply by a person. */
  | { type: "person_reply"; at: Date; messageId: string }
  /** A public answer by the assistant, not an acknowledgement. */
  | { type: "assistant_reply"; at: Date; messageId: string }
  /** These two never move a clock; they are facts so that the promise can be tested. */
  | { type: "auto_acknowledged"; at: Date; messageId: string }
  | { type: "note_added"; at: Date; messageId: string }
  /** The reply did not arrive (bounce, or sending failed for good): it counts as never written. */
  | { type: "reply_bounced"; at: Date; messageId: string }
  /** It arrived after all, sent again: it counts from now. */
  | { type: "reply_delivered"; at: Date; messageId: string }
  | { type: "status_changed"; at: Date; to: TicketStatus; by: ClockActor }
  | { type: "priority_changed"; at: Date; to: Priority }
  /** From here this policy holds for what is not yet met; null takes the targets away. */
  | { type: "policy_applied"; at: Date; policyId: string | null; policy?: SlaPolicy }
  /** From here this calendar is counted with wherever a policy names the id. */
  | { type: "calendar_changed"; at: Date; calendarId: string; calendar: Calendar }
  /** Merged away, spam, deleted: nobody waits any more. */
  | { type: "ticket_dropped"; at: Date; because: "merged" | "spam" | "deleted" }
  /** It was no spam after all: what waited goes on waiting. */
  | { type: "ticket_restored"; at: Date };

/** Where the ids in facts are looked up; a fact that carries the policy or calendar itself wins. */
export interface SlaBook {
  policies: readonly SlaPolicy[];
  calendars: Readonly<Record<string, Calendar>>;
}
