import type { Priority, TicketStatus } from "#lib/domain/tickets/status.ts";
import type { RichDocument } from "#lib/domain/writing/document.ts";
import type { MacroView } from "#lib/reads/macros.ts";
import type { ColleagueDraft, OwnFile, TicketView, TimelineItem } from "#lib/reads/ticket-view.ts";
import type { AskTranslation } from "./translation/translation-context.ts";

/** What a click on the ticket page can do. The page hands in the server's side of it. */
export interface TicketActions {
  change: ChangeTicket;
  reply(input: {
    ticketId: string;
    body: string;
    /** The same words with their look; null for plain ones. */
    document: RichDocument | null;
    status: ReplyStatus;
    /** The newest message on the writer's screen; sending stops when there is a newer one. */
    seenMessageId: string | null;
    /** The newest event on it; sending stops when a colleague changed something since. */
    seenEvent: number;
    /** The assistant's draft it grew from. */
    draftId: string | null;
    /** Left out: as the ticket has them. */
    recipients?: { to: string[]; cc: string[] };
    translationId?: string;
    /** ISO; left out: now. */
    sendAt?: string;
    /** Tokens of files that were handed in. */
    files?: string[];
  }): Promise<{ ok: true; messageId: string } | Refused>;
  /** Takes a reply back that has not left; its words and files come back. */
  undoReply(messageId: string): Promise<Unsent | Refused>;
  merge(input: { ticketId: string; intoNumber: number; acrossCustomers: boolean }): Promise<ActionResult>;
  undoMerge(ticketId: string): Promise<ActionResult>;
  /** It does not repeat the other, as the assistant thought. */
  refuseDuplicate(input: { ticketId: string; number: number }): Promise<ActionResult>;
  /** From now on this customer's mail makes no ticket, or it does again. */
  block(input: { ticketId: string; customerId: string; blocked: boolean }): Promise<ActionResult>;
  split(input: {
    ticketId: string;
    messageIds: string[];
    subject: string;
  }): Promise<{ ok: true; ticketId: string; number: number } | Refused>;
  note(input: {
    ticketId: string;
    body: string;
    document: RichDocument | null;
    files?: string[];
  }): Promise<ActionResult>;
  /** Never overwrites words that this window has not seen: `theirs` are those. */
  saveDraft(input: {
    ticketId: string;
    kind: "reply" | "note";
    body: string;
    document: RichDocument | null;
    revision: number | null;
    /** Tokens. */
    files: string[];
    recipients: DraftCompany["recipients"];
    grewFromId: string | null;
  }): Promise<SavedDraft | Refused>;
  /** What colleagues are writing on the ticket, as it stands now. */
  colleagueDrafts(ticketId: string): Promise<ColleagueDraft[]>;
  /** A colleague's words become the reader's own. */
  adoptDraft(draftId: string): Promise<AdoptedDraft | Refused>;
  /** The page of the conversation before `cursor`; null when it cannot be had. */
  earlier(input: { ticketId: string; cursor: string }): Promise<EarlierPage | null>;
  macros(): Promise<MacroView[]>;
  applyMacro(input: { ticketId: string; macroId: string }): Promise<AppliedMacro | Refused>;
  follow(input: { ticketId: string; follow: boolean }): Promise<ActionResult>;
  hand(input: { ticketId: string; agentId: string; note: string }): Promise<ActionResult>;
  /** Sends the assistant's held answer as it is. */
  releaseDraft(input: { ticketId: string; draftId: string }): Promise<ActionResult>;
  discardDraft(input: { ticketId: string; draftId: string }): Promise<ActionResult>;
  translate: AskTranslation;
  /** Lets the assistant take its steps once more, for comparing. */
  replay(input: { ticketId: string; by: "builtin" | "configured" }): Promise<ActionResult>;
  /** The message's HTML with its remote images; null when there is none. */
  showImages(messageId: string): Promise<string | null>;
}

export type { OwnFile };
/** What is kept with a draft's words. */
export type DraftCompany = Pick<TicketView["ownDrafts"][number], "files" | "recipients" | "draftId">;
export type DraftWords = { body: string; document: RichDocument | null };
export type Unsent = {
  ok: true;
  revision: number | null;
  files: OwnFile[];
  recipients: { to: string[]; cc: string[] };
  draftId: string | null;
} & DraftWords;
export type SavedDraft =
  | { ok: true; revision: number | null /** By the desk's clock. */; at: number; theirs?: undefined }
  | { ok: true; theirs: DraftWords & { revision: number } };
export type AdoptedDraft = {
  ok: true;
  kind: "reply" | "note";
  revision: number | null;
  files: OwnFile[];
} & DraftWords;
export type AppliedMacro = { ok: true; text: string; status: ReplyStatus | null };
export type EarlierPage = { items: TimelineItem[]; earlier: TicketView["earlier"] };

/** A reply as the composer hands it over. */
export type Written = {
  body: string;
  document: RichDocument | null;
  status: ReplyStatus;
  draftId: string | null;
  /** The translation that the body is. */
  translationId?: string;
  recipients?: { to: string[]; cc: string[] };
  sendAt?: string;
  files?: string[];
};

export type ReplyStatus = "open" | "pending" | "on_hold" | "solved";

export interface TicketChange {
  status?: ReplyStatus;
  priority?: Priority;
  assigneeId?: string | null;
  queueId?: string | null;
  categoryId?: string | null;
  tags?: string[];
  /** As they were on screen. */
  tagsSeen?: string[];
  isSpam?: boolean;
  fields?: Record<string, string | number | null>;
}

export type ChangeTicket = (input: { ticketId: string } & TicketChange) => Promise<ActionResult>;

/** A refusal is an answer: what kind it was decides the sentence. */
export type ActionResult = { ok: true } | Refused;
export type Refused = {
  ok: false;
  kind: ActionRefusal;
  /** What the input has to mend, by name: `fields.order`. */
  fields?: string[];
};
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
