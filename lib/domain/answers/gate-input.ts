import type { TriageEvidence } from "../triage/evidence.ts";
import type { AnswerCheck, DraftReply } from "./draft.ts";

/** Why the assistant passed a ticket to people; the words of the report "resolved by the assistant". */
export type HandOffReason =
  | "customer_asked"
  | "low_confidence"
  | "no_knowledge"
  | "never_topic"
  | "angry"
  | "urgent"
  | "complex"
  | "policy"
  | "tool_failure"
  | "injection_suspected"
  | "customer_reopened";

/** Reasons of decisions that are not a hand-off. */
export type OtherReason = "answered" | "awaiting_release" | "draft_only" | "not_certified" | "person_here";

/**
 * off: the assistant only sorts. draft: it writes for agents. hold: it writes, a person releases with one
 * click. auto: it sends by itself once certified.
 */
export type CategoryMode = "off" | "draft" | "hold" | "auto";

export type CategoryPolicy = {
  mode: CategoryMode;
  /** Least calibrated confidence of an answer that may be sent, 0..1. */
  threshold: number;
  /** True when enough confirmed decisions prove the precision asked for; see `certification.ts`. */
  certified: boolean;
};

export type GateTicket = {
  status: "new" | "open" | "pending" | "on_hold" | "solved" | "closed";
  channel: "email" | "web_form" | "chat" | "api" | "portal";
  /** A person has replied, noted, assigned or changed anything since the text the draft answers. */
  personActed: boolean;
  /** Replies of the assistant the customer has already received on this ticket. */
  publicRepliesByAssistant: number;
  /** Earlier tickets of this customer on the same category within the policy's window. */
  contactsWithin: number;
  vip: boolean;
  isFollowUp: boolean;
  /** The customer answered something that had been solved. */
  reopened: boolean;
  /** The newest customer message is newer than the one the draft answers. */
  newerMessageWaiting: boolean;
  /** The article in the draft was marked by the desk as good for automatic answers, or the source is an order. */
  articleMayAutoAnswer: boolean;
  /** The draft cites an order that is not this customer's, or the writer is not known to be the customer. */
  foreignSource: boolean;
  /** Names of files that came with the question; what they show may be the question. */
  unreadFiles: readonly string[];
};

export type GatePolicy = {
  /** Replies the assistant may send on one ticket before people take over. */
  maxReplies: number;
  /** Earlier contacts about the same thing that are still fine for an automatic answer. */
  maxContacts: number;
  /** VIP customers always get a person. */
  vipGetsPerson: boolean;
  /** Languages the desk lets the assistant answer in. */
  languages: readonly string[];
  /** Close the ticket with the answer: "closes in 72 h unless you reply". */
  closeAfterAnswer: boolean;
  /** Channels on which the assistant may send. */
  channels: readonly GateTicket["channel"][];
};

export type GateInput = {
  /** Null when triage failed: then nobody but a person may answer. */
  evidence: TriageEvidence | null;
  draft: DraftReply | null;
  check: AnswerCheck | null;
  category: CategoryPolicy;
  ticket: GateTicket;
  policy: GatePolicy;
  now: Date;
};

export type GateKey =
  | "person_here"
  | "ticket_open"
  | "newest_message"
  | "tools_worked"
  | "no_injection"
  | "customer_did_not_ask_for_person"
  | "no_never_topic"
  | "not_angry"
  | "not_urgent"
  | "not_complex"
  | "not_reopened"
  | "turns_left"
  | "first_contact"
  | "vip"
  | "channel"
  | "language"
  | "mode"
  | "in_scope"
  | "answerable"
  | "own_sources"
  | "all_read"
  | "article_allows"
  | "supported"
  | "confident"
  | "certified";

/** What a gate saw: a message of the catalogue (`gateSaw.…`) and its values. The screen words the codes among them. */
export type GateSaw = { word: GateWord; values?: Readonly<Record<string, string | number>> };

export type GateWord =
  | "acted"
  | "nobody_acted"
  | "status"
  | "newer_waits"
  | "newest"
  | "steps_missing"
  | "steps_done"
  | "words"
  | "name_speaks"
  | "topics"
  | "anger"
  | "urgency"
  | "complexity"
  | "reopened"
  | "follow_up"
  | "first_time"
  | "replies"
  | "contacts"
  | "repeats"
  | "vip"
  | "not_vip"
  | "channel"
  | "languages"
  | "mode"
  | "scope"
  | "has_article"
  | "has_order"
  | "no_article"
  | "own_sources"
  | "foreign_source"
  | "words_alone"
  | "unread_files"
  | "article_auto"
  | "article_people"
  | "all_sourced"
  | "unsourced"
  | "confidence"
  | "drafts_only"
  | "certified"
  | "not_certified";

/** `detail` is for the ledger and the API; `saw` says the same in the reader's language. Older runs have none. */
export type GateResult = { key: GateKey; passed: boolean; detail: string; saw?: GateSaw };

export type GateDecision = {
  kind: "send" | "hold" | "draft" | "hand_off";
  close: boolean;
  reason: HandOffReason | OtherReason;
  gates: GateResult[];
};
