import type { Priority, TicketStatus } from "#lib/domain/tickets/status.ts";

/** What a click on the ticket page can do. The page hands in the server's side of it. */
export interface TicketActions {
  change: ChangeTicket;
  reply(input: {
    ticketId: string;
    body: string;
    status: ReplyStatus;
    /** The newest message on the writer's screen; sending stops when there is a newer one. */
    seenMessageId: string | null;
    /** The assistant's draft it grew from. */
    draftId: string | null;
  }): Promise<ActionResult>;
  note(input: { ticketId: string; body: string }): Promise<ActionResult>;
  saveDraft(input: { ticketId: string; kind: "reply" | "note"; body: string }): Promise<ActionResult>;
  /** Sends the assistant's held answer as it is. */
  releaseDraft(input: { ticketId: string; draftId: string }): Promise<ActionResult>;
  discardDraft(input: { ticketId: string; draftId: string }): Promise<ActionResult>;
  /** The message's HTML with its remote images; null when there is none. */
  showImages(messageId: string): Promise<string | null>;
}

export type ReplyStatus = "open" | "pending" | "on_hold" | "solved";

export interface TicketChange {
  status?: ReplyStatus;
  priority?: Priority;
  assigneeId?: string | null;
  queueId?: string | null;
  categoryId?: string | null;
  tags?: string[];
  isSpam?: boolean;
}

export type ChangeTicket = (input: { ticketId: string } & TicketChange) => Promise<ActionResult>;

/** A refusal is an answer: what kind it was decides the sentence. */
export type ActionResult = { ok: true } | { ok: false; kind: ActionRefusal };
export type ActionRefusal =
  | "malformed"
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "rate_limited"
  | "unavailable";

export const settableStatuses: readonly ReplyStatus[] = ["open", "pending", "on_hold", "solved"];

export function isSettable(status: TicketStatus): status is ReplyStatus {
  return (settableStatuses as readonly string[]).includes(status);
}
