import { isAngry, type TriageEvidence } from "../triage/evidence.ts";
import type { AnswerCheck, DraftReply } from "./draft.ts";
import { neverAutomaticTopics } from "./never-automatic.ts";

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
  /** The article in the draft was marked by the desk as good for automatic answers. */
  articleMayAutoAnswer: boolean;
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
  | "article_allows"
  | "supported"
  | "confident"
  | "certified";

export type GateResult = { key: GateKey; passed: boolean; detail: string };

export type GateDecision = {
  kind: "send" | "hold" | "draft" | "hand_off";
  close: boolean;
  reason: HandOffReason | OtherReason;
  gates: GateResult[];
};

/**
 * Decides what happens to a draft. Every gate is looked at even after one failed, because the why-panel
 * shows them all. The first failed gate, in the order of `gates`, names the reason.
 */
export function decideAnswer(input: GateInput): GateDecision {
  const results = gates.map((gate) => ({ gate, ...gate.look(input) }));
  const list = results.map(({ gate, passed, detail }) => ({ key: gate.key, passed, detail }));
  const failed = results.find((result) => !result.passed);

  if (failed) return { kind: failed.gate.kind, close: false, reason: failed.gate.reason, gates: list };
  if (input.category.mode === "hold")
    return { kind: "hold", close: false, reason: "awaiting_release", gates: list };
  return { kind: "send", close: input.policy.closeAfterAnswer, reason: "answered", gates: list };
}

type Gate = {
  key: GateKey;
  /** What happens to the draft when this gate is the first that fails. */
  kind: "draft" | "hand_off";
  reason: GateDecision["reason"];
  look: (input: GateInput) => { passed: boolean; detail: string };
};

const gates: readonly Gate[] = [
  {
    key: "person_here",
    kind: "draft",
    reason: "person_here",
    look: ({ ticket }) =>
      verdict(!ticket.personActed, ticket.personActed ? "a person is already here" : "nobody has acted"),
  },
  {
    key: "ticket_open",
    kind: "draft",
    reason: "policy",
    look: ({ ticket }) =>
      verdict(ticket.status === "new" || ticket.status === "open", `status ${ticket.status}`),
  },
  {
    key: "newest_message",
    kind: "draft",
    reason: "policy",
    look: ({ ticket }) =>
      verdict(
        !ticket.newerMessageWaiting,
        ticket.newerMessageWaiting ? "a newer message waits" : "answers the newest message",
      ),
  },
  {
    key: "tools_worked",
    kind: "hand_off",
    reason: "tool_failure",
    look: ({ evidence, draft, check }) => {
      const missing = [!evidence && "triage", !draft && "draft", !check && "check"].filter(Boolean);
      return verdict(
        missing.length === 0,
        missing.length === 0 ? "every step finished" : `no result: ${missing.join(", ")}`,
      );
    },
  },
  {
    key: "no_injection",
    kind: "hand_off",
    reason: "injection_suspected",
    look: ({ evidence }) => verdict(!evidence?.injection.suspected, words(evidence?.injection.cues)),
  },
  {
    key: "customer_did_not_ask_for_person",
    kind: "hand_off",
    reason: "customer_asked",
    look: ({ evidence }) => verdict(!evidence?.askedForPerson.yes, words(evidence?.askedForPerson.cues)),
  },
  {
    key: "no_never_topic",
    kind: "hand_off",
    reason: "never_topic",
    look: ({ evidence }) => {
      const hits = (evidence?.topics ?? []).filter((hit) => hit.topic in neverAutomaticTopics);
      return verdict(
        hits.length === 0,
        hits.length === 0 ? "none" : hits.map((hit) => `${hit.topic}: ${words(hit.cues)}`).join("; "),
      );
    },
  },
  {
    key: "not_angry",
    kind: "hand_off",
    reason: "angry",
    look: ({ evidence }) =>
      verdict(
        evidence === null || !isAngry(evidence),
        `anger ${(evidence?.anger.score ?? 0).toFixed(2)}; ${words(evidence?.anger.cues)}`,
      ),
  },
  {
    key: "not_urgent",
    kind: "hand_off",
    reason: "urgent",
    look: ({ evidence }) => {
      const level = evidence?.urgency.level ?? "normal";
      return verdict(level === "low" || level === "normal", `${level}; ${words(evidence?.urgency.cues)}`);
    },
  },
  {
    key: "not_complex",
    kind: "hand_off",
    reason: "complex",
    look: ({ evidence }) => {
      const level = evidence?.complexity.level ?? "simple";
      return verdict(
        level !== "complex",
        `${level}, ${evidence?.complexity.asks ?? 0} asks; ${words(evidence?.complexity.cues)}`,
      );
    },
  },
  {
    key: "not_reopened",
    kind: "hand_off",
    reason: "customer_reopened",
    look: ({ ticket }) =>
      verdict(
        !ticket.reopened && !ticket.isFollowUp,
        ticket.reopened ? "reopened" : ticket.isFollowUp ? "follow-up" : "first time",
      ),
  },
  {
    key: "turns_left",
    kind: "hand_off",
    reason: "policy",
    look: ({ ticket, policy }) =>
      verdict(
        ticket.publicRepliesByAssistant < policy.maxReplies,
        `${ticket.publicRepliesByAssistant} of ${policy.maxReplies} replies sent`,
      ),
  },
  {
    key: "first_contact",
    kind: "hand_off",
    reason: "policy",
    look: ({ ticket, policy }) =>
      verdict(
        ticket.contactsWithin <= policy.maxContacts,
        `${ticket.contactsWithin} earlier contacts, ${policy.maxContacts} allowed`,
      ),
  },
  {
    key: "vip",
    kind: "hand_off",
    reason: "policy",
    look: ({ ticket, policy }) =>
      verdict(!(ticket.vip && policy.vipGetsPerson), ticket.vip ? "VIP" : "not VIP"),
  },
  {
    key: "channel",
    kind: "draft",
    reason: "draft_only",
    look: ({ ticket, policy }) => verdict(policy.channels.includes(ticket.channel), ticket.channel),
  },
  {
    key: "language",
    kind: "hand_off",
    reason: "policy",
    look: ({ evidence, draft, policy }) => {
      const asked = evidence?.language.code ?? "und";
      const answered = draft?.language ?? asked;
      return verdict(
        policy.languages.includes(asked) && (answered === asked || !draft?.answerable),
        `asked in ${asked}, answered in ${answered}`,
      );
    },
  },
  {
    key: "mode",
    kind: "hand_off",
    reason: "policy",
    look: ({ category }) => verdict(category.mode !== "off", `category mode ${category.mode}`),
  },
  {
    key: "in_scope",
    kind: "hand_off",
    reason: "no_knowledge",
    look: ({ evidence }) =>
      verdict(
        (evidence?.category.inScope ?? 0) >= leastInScope,
        `in scope ${(evidence?.category.inScope ?? 0).toFixed(2)}, needs ${leastInScope}`,
      ),
  },
  {
    key: "answerable",
    kind: "hand_off",
    reason: "no_knowledge",
    look: ({ draft }) =>
      verdict(
        Boolean(draft?.answerable && draft.text.trim() && draft.sources.length > 0),
        draft?.articleId ?? "no article answers this",
      ),
  },
  {
    key: "article_allows",
    kind: "draft",
    reason: "draft_only",
    look: ({ ticket }) =>
      verdict(
        ticket.articleMayAutoAnswer,
        ticket.articleMayAutoAnswer ? "article may answer by itself" : "article is for people",
      ),
  },
  {
    key: "supported",
    kind: "draft",
    reason: "low_confidence",
    look: ({ check }) => {
      const unsupported = check?.unsupported ?? [];
      return verdict(
        unsupported.length === 0,
        unsupported.length === 0
          ? "every claim has a source"
          : unsupported.map((u) => `${u.kind}: ${u.text}`).join("; "),
      );
    },
  },
  {
    key: "confident",
    kind: "draft",
    reason: "low_confidence",
    look: ({ draft, category }) => {
      const confidence = draft?.confidence ?? 0;
      // Written this way round so that NaN fails.
      return verdict(
        confidence >= category.threshold && confidence <= 1,
        `${confidence.toFixed(3)}, needs ${category.threshold}`,
      );
    },
  },
  {
    key: "certified",
    kind: "draft",
    reason: "not_certified",
    look: ({ category }) => {
      if (category.mode === "draft") return verdict(false, "category drafts only");
      return verdict(
        category.mode !== "auto" || category.certified,
        category.certified ? "certified" : "not certified yet",
      );
    },
  },
];

/** Below this the text is about nothing the desk does. */
const leastInScope = 0.2;

function verdict(passed: boolean, detail: string): { passed: boolean; detail: string } {
  return { passed, detail };
}

function words(cues: readonly { text: string }[] | undefined): string {
  return cues && cues.length > 0 ? cues.map((cue) => `“${cue.text}”`).join(", ") : "none";
}
