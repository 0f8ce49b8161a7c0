import type { AnswerCheck, DraftSentence, SourceRef } from "#lib/domain/answers/draft.ts";
import type { GateDecision, GateResult } from "#lib/domain/answers/gate.ts";
import type { HandOffSummary } from "#lib/domain/answers/hand-off.ts";
import type { WordDiff } from "#lib/domain/answers/word-diff.ts";
import type { DueExplanation } from "#lib/domain/calendars/explain-due.ts";
import type { OutboundState, RecipientReport } from "#lib/domain/delivery/states.ts";
import type { Enclosed } from "#lib/domain/intake/enclosed.ts";
import type { ActorKind } from "#lib/domain/people/actor.ts";
import type { ClockReason, ClockState } from "#lib/domain/sla/clocks.ts";
import type { ClockKind } from "#lib/domain/sla/policy.ts";
import type { TicketEventType } from "#lib/domain/tickets/events.ts";
import type { Channel, Priority, TicketStatus } from "#lib/domain/tickets/status.ts";
import type {
  ComplexityLevel,
  Sentiment,
  TriageEvidence,
  UrgencyLevel,
} from "#lib/domain/triage/evidence.ts";
import type { RichDocument } from "#lib/domain/writing/document.ts";
import type { AssistantState, BothNames } from "./inbox.ts";
import type { FieldView } from "./ticket-fields.ts";
import type { ReplayView } from "./ticket-replay.ts";
import type { RoutingView } from "./ticket-routing.ts";
import type { TranslationView } from "./ticket-translations.ts";

/** The ticket page as it is shown. Instants are ISO strings: everything here crosses to the browser. */
export interface TicketView {
  id: string;
  number: number;
  version: number;
  subject: string;
  status: TicketStatus;
  priority: Priority;
  channel: Channel;
  language: string;
  tags: string[];
  needsReview: boolean;
  isSpam: boolean;
  queue: { id: string; name: BothNames } | null;
  category: { id: string; name: BothNames } | null;
  assignee: { id: string; name: string } | null;
  /** The mailbox that answers. */
  mailbox: { name: string; address: string } | null;
  sentiment: Sentiment | null;
  anger: number | null;
  angry: boolean;
  urgency: UrgencyLevel | null;
  complexity: ComplexityLevel | null;
  createdAt: string;
  closesAt: string | null;
  followUpOf: number | null;
  mergedInto: number | null;
  participants: { name: string; address: string; kind: "requester" | "cc" }[];
  customer: CustomerView;
  /** The newest page of it. */
  timeline: TimelineItem[];
  /** The page before; null when the timeline is whole. */
  earlier: { cursor: string; count: number } | null;
  writing: WritingView;
  clocks: ClockView[];
  /** Null until the rules have looked for a person. */
  routing: RoutingView | null;
  assistant: AssistantView;
  /** What this desk asks beside what every ticket has. */
  fields: FieldView[];
  translations: TranslationView[];
  /** What was done on similar solved tickets. */
  /** The reader's own unsent words. */
  ownDrafts: {
    kind: "reply" | "note";
    body: string;
    document: RichDocument | null;
    revision: number;
    files: OwnFile[];
    /** As written; null for whom the ticket would answer. */
    recipients: { to: string; cc: string } | null;
    /** The assistant's draft that they grew from. */
    draftId: string | null;
    updatedAt: string;
  }[];
}

/** A file that was handed in and goes out with one's words. */
export interface OwnFile {
  token: string;
  name: string;
  type: string;
  sizeBytes: number;
}

/** What the composer has to know beside the conversation. */
export interface WritingView {
  /** The language in which the desk answers this customer. */
  language: "en" | "ko";
  /** Goes under every reply; empty when the mailbox has none. */
  signature: string;
  /** What colleagues have begun to write here. */
  colleagueDrafts: ColleagueDraft[];
  following: boolean;
  followers: { id: string; name: string }[];
}

export interface ColleagueDraft {
  id: string;
  agent: { id: string; name: string };
  kind: "reply" | "note";
  body: string;
  updatedAt: string;
}

/** Who asks, as far as the conversation needs it. */
export interface CustomerView {
  id: string;
  name: string;
  addresses: string[];
  vip: boolean;
  blocked: boolean;
}

export type TimelineItem = MessageView | EventView;

export interface MessageView {
  item: "message";
  id: string;
  kind: "reply" | "note";
  author: { kind: "customer" | "agent" | "assistant" | "system"; name: string; address: string | null };
  body: string;
  /** Quotes and signature; "" when nothing was cut. */
  trimmed: string;
  /** Sanitised, for the sandboxed frame only. */
  html: string | null;
  /** Remote images in it that wait for the reader's consent. */
  blockedImages: number;
  language: string | null;
  at: string;
  autoKind: string | null;
  unverified: string | null;
  enclosed: Enclosed | null;
  sentences: DraftSentence[] | null;
  sources: SourceRef[];
  attachments: { id: string; name: string; type: string; sizeBytes: number }[];
  /** Null for what did not leave by mail. */
  delivery: DeliveryView | null;
}

export interface DeliveryView {
  state: OutboundState;
  at: string | null;
  /** When it is to leave, while it is queued. */
  sendAt: string | null;
  to: string[];
  cc: string[];
  error: string | null;
  response: string | null;
  /** For whom it did not arrive. */
  reports: RecipientReport[];
}

export interface EventView {
  item: "event";
  seq: number;
  type: TicketEventType;
  actor: { kind: ActorKind; name: string | null };
  at: string;
  /** The event's own data, ids already turned into names. */
  data: Record<string, string>;
}

export interface ClockView {
  kind: ClockKind;
  state: ClockState;
  cycle: number;
  startedAt: string;
  dueAt: string | null;
  warnAt: string | null;
  metAt: string | null;
  breachedAt: string | null;
  pausedSince: string | null;
  pausedSeconds: number;
  leftMs: number | null;
  targetMinutes: number | null;
  priority: Priority;
  policy: string | null;
  calendar: { name: string; timeZone: string } | null;
  reasons: (Omit<ClockReason, "at"> & { at: string })[];
  assistantFirstReplyAt: string | null;
  /** How the deadline comes about; null without a target. */
  due: DueView | null;
}

/** An explanation as it crosses to the browser. */
type Sent<T> = T extends Date
  ? string
  : T extends readonly (infer One)[]
    ? Sent<One>[]
    : T extends object
      ? { [Key in keyof T]: Sent<T[Key]> }
      : T;
export type DueView = Sent<DueExplanation>;
export type DueStepView = DueView["steps"][number];

export interface AssistantView {
  state: AssistantState;
  /** Why the assistant did not settle it by itself; null while it has not decided. */
  handOff: { reason: GateDecision["reason"]; summary: string; parts: HandOffSummary | null } | null;
  evidence: TriageEvidence | null;
  /** The open ticket of the same customer that this one seems to repeat, until a person has decided. */
  duplicate: { number: number; subject: string; likeness: number; words: string[] } | null;
  /** The reader may let it be replayed. */
  mayReplay: boolean;
  replay: ReplayView | null;
  /** Names of the categories in the ranking, by id. */
  categoryNames: Record<string, BothNames>;
  decision: Pick<GateDecision, "kind" | "reason" | "close"> | null;
  gates: GateResult[];
  draft: {
    id: string;
    held: boolean;
    body: string;
    language: string;
    sentences: DraftSentence[] | null;
    sources: SourceRef[];
    /** What it says and none of its sources does. */
    unsupported: AnswerCheck["unsupported"];
    at: string;
  } | null;
  /** What a person made of the newest draft that they sent; null when none was. */
  sentDraft: { by: string; at: string; edits: WordDiff } | null;
  runs: {
    id: string;
    step: string;
    model: string;
    outcome: string;
    applied: boolean;
    latencyMs: number;
    costUsd: number;
    at: string;
  }[];
}
