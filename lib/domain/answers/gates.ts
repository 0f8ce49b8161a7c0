import { isAngry } from "../triage/evidence.ts";
import type { GateDecision, GateInput, GateKey } from "./gate-input.ts";
import { isNeverAutomatic } from "./never-automatic.ts";

export type Gate = {
  key: GateKey;
  /** What happens to the draft when this gate is the first that fails. */
  kind: "draft" | "hand_off";
  reason: GateDecision["reason"];
  look: (input: GateInput) => { passed: boolean; detail: string };
};

/** In the order in which a failure names the reason: who is here, what broke, what must never be, what we know. */
export const gates: readonly Gate[] = [
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
      const hits = (evidence?.topics ?? []).filter((hit) => isNeverAutomatic(hit.topic));
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
