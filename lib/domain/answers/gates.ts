// One file, although long: the gates stand in the order in which they are asked, and the first that fails decides.
import { calmBelow } from "../triage/evidence.ts";
import type { GateDecision, GateInput, GateKey, GateResult, GateSaw } from "./gate-input.ts";
import { isNeverAutomatic } from "./never-automatic.ts";

type Verdict = Omit<GateResult, "key">;

export type Gate = {
  key: GateKey;
  /** What happens to the draft when this gate is the first that fails. */
  kind: "draft" | "hand_off";
  reason: GateDecision["reason"];
  look: (input: GateInput) => Verdict;
};

/** In the order in which a failure names the reason: who is here, what broke, what must never be, what we know. */
export const gates: readonly Gate[] = [
  {
    key: "person_here",
    kind: "draft",
    reason: "person_here",
    look: ({ ticket }) =>
      ticket.personActed
        ? verdict(false, "a person is already here", { word: "acted" })
        : verdict(true, "nobody has acted", { word: "nobody_acted" }),
  },
  {
    key: "ticket_open",
    kind: "draft",
    reason: "policy",
    look: ({ ticket }) =>
      verdict(ticket.status === "new" || ticket.status === "open", `status ${ticket.status}`, {
        word: "status",
        values: { status: ticket.status },
      }),
  },
  {
    key: "newest_message",
    kind: "draft",
    reason: "policy",
    look: ({ ticket }) =>
      ticket.newerMessageWaiting
        ? verdict(false, "a newer message waits", { word: "newer_waits" })
        : verdict(true, "answers the newest message", { word: "newest" }),
  },
  {
    key: "tools_worked",
    kind: "hand_off",
    reason: "tool_failure",
    look: ({ evidence, draft, check }) => {
      const missing = [!evidence && "triage", !draft && "draft", !check && "check"].filter(Boolean);
      const steps = missing.join(", ");
      return missing.length === 0
        ? verdict(true, "every step finished", { word: "steps_done" })
        : verdict(false, `no result: ${steps}`, { word: "steps_missing", values: { steps } });
    },
  },
  {
    key: "no_injection",
    kind: "hand_off",
    reason: "injection_suspected",
    look: ({ evidence }) =>
      evidence?.injection.byName
        ? verdict(false, "the sender's name speaks to a machine", { word: "name_speaks" })
        : byWords(!evidence?.injection.suspected, evidence?.injection.cues),
  },
  {
    key: "customer_did_not_ask_for_person",
    kind: "hand_off",
    reason: "customer_asked",
    look: ({ evidence }) => byWords(!evidence?.askedForPerson.yes, evidence?.askedForPerson.cues),
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
        hits.length === 0
          ? undefined
          : {
              word: "topics",
              values: {
                topics: hits.map(({ topic }) => topic).join(", "),
                words: words(hits.flatMap(({ cues }) => cues)),
              },
            },
      );
    },
  },
  {
    key: "not_angry",
    kind: "hand_off",
    reason: "angry",
    look: ({ evidence }) =>
      verdict(
        evidence === null || evidence.anger.score < calmBelow,
        `anger ${(evidence?.anger.score ?? 0).toFixed(2)}; ${words(evidence?.anger.cues)}`,
        {
          word: "anger",
          values: {
            score: (evidence?.anger.score ?? 0).toFixed(2),
            words: words(evidence?.anger.cues),
          },
        },
      ),
  },
  {
    key: "not_urgent",
    kind: "hand_off",
    reason: "urgent",
    look: ({ evidence }) => {
      const level = evidence?.urgency.level ?? "normal";
      const cues = words(evidence?.urgency.cues);
      return verdict(level === "low" || level === "normal", `${level}; ${cues}`, {
        word: "urgency",
        values: { level, words: cues },
      });
    },
  },
  {
    key: "not_complex",
    kind: "hand_off",
    reason: "complex",
    look: ({ evidence }) => {
      const level = evidence?.complexity.level ?? "simple";
      const asks = evidence?.complexity.asks ?? 0;
      const cues = words(evidence?.complexity.cues);
      return verdict(level !== "complex", `${level}, ${asks} asks; ${cues}`, {
        word: "complexity",
        values: { level, asks, words: cues },
      });
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
        { word: ticket.reopened ? "reopened" : ticket.isFollowUp ? "follow_up" : "first_time" },
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
        {
          word: "replies",
          values: { sent: ticket.publicRepliesByAssistant, most: policy.maxReplies },
        },
      ),
  },
  {
    key: "first_contact",
    kind: "hand_off",
    reason: "policy",
    look: ({ evidence, ticket, policy }) =>
      evidence?.duplicate
        ? verdict(false, `repeats #${evidence.duplicate.number}`, {
            word: "repeats",
            values: { number: evidence.duplicate.number },
          })
        : verdict(
            ticket.contactsWithin <= policy.maxContacts,
            `${ticket.contactsWithin} earlier contacts, ${policy.maxContacts} allowed`,
            {
              word: "contacts",
              values: { earlier: ticket.contactsWithin, allowed: policy.maxContacts },
            },
          ),
  },
  {
    key: "vip",
    kind: "hand_off",
    reason: "policy",
    look: ({ ticket, policy }) =>
      verdict(!(ticket.vip && policy.vipGetsPerson), ticket.vip ? "VIP" : "not VIP", {
        word: ticket.vip ? "vip" : "not_vip",
      }),
  },
  {
    key: "channel",
    kind: "draft",
    reason: "draft_only",
    look: ({ ticket, policy }) =>
      verdict(policy.channels.includes(ticket.channel), ticket.channel, {
        word: "channel",
        values: { channel: ticket.channel },
      }),
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
        { word: "languages", values: { asked, answered } },
      );
    },
  },
  {
    key: "mode",
    kind: "hand_off",
    reason: "policy",
    look: ({ category }) =>
      verdict(category.mode !== "off", `category mode ${category.mode}`, {
        word: "mode",
        values: { mode: category.mode },
      }),
  },
  {
    key: "in_scope",
    kind: "hand_off",
    reason: "no_knowledge",
    look: ({ evidence }) =>
      verdict(
        (evidence?.category.inScope ?? 0) >= leastInScope,
        `in scope ${(evidence?.category.inScope ?? 0).toFixed(2)}, needs ${leastInScope}`,
        { word: "scope", values: { share: evidence?.category.inScope ?? 0, least: leastInScope } },
      ),
  },
  {
    key: "answerable",
    kind: "hand_off",
    reason: "no_knowledge",
    look: ({ draft }) => {
      const order = draft?.sources.find((source) => source.kind === "order");
      const passed = Boolean(draft?.answerable && draft.text.trim() && draft.sources.length > 0);
      if (!passed || !draft) return verdict(false, "no article answers this", { word: "no_article" });
      return order
        ? verdict(true, `order ${order.id}`, { word: "has_order", values: { title: order.title } })
        : verdict(true, draft.articleId ?? "", {
            word: "has_article",
            values: { title: draft.sources[0]?.title ?? "" },
          });
    },
  },
  {
    key: "own_sources",
    kind: "hand_off",
    reason: "policy",
    look: ({ ticket }) =>
      ticket.foreignSource
        ? verdict(false, "cites an order that is not known to be the writer's", { word: "foreign_source" })
        : verdict(true, "cites nobody else's data", { word: "own_sources" }),
  },
  {
    key: "all_read",
    kind: "draft",
    reason: "policy",
    look: ({ ticket: { unreadFiles } }) => {
      const files = unreadFiles.join(", ");
      return unreadFiles.length === 0
        ? verdict(true, "nothing but words", { word: "words_alone" })
        : verdict(false, `not looked into: ${files}`, { word: "unread_files", values: { files } });
    },
  },
  {
    key: "article_allows",
    kind: "draft",
    reason: "draft_only",
    look: ({ ticket }) =>
      verdict(
        ticket.articleMayAutoAnswer,
        ticket.articleMayAutoAnswer ? "article may answer by itself" : "article is for people",
        { word: ticket.articleMayAutoAnswer ? "article_auto" : "article_people" },
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
        unsupported.length === 0
          ? { word: "all_sourced" }
          : { word: "unsourced", values: { found: words(unsupported) } },
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
        { word: "confidence", values: { share: confidence, least: category.threshold } },
      );
    },
  },
  {
    key: "certified",
    kind: "draft",
    reason: "not_certified",
    look: ({ category }) => {
      if (category.mode === "draft") return verdict(false, "category drafts only", { word: "drafts_only" });
      return verdict(
        category.mode !== "auto" || category.certified,
        category.certified ? "certified" : "not certified yet",
        { word: category.certified ? "certified" : "not_certified" },
      );
    },
  },
];

/** Below this the text is about nothing the desk does. */
const leastInScope = 0.2;

function verdict(passed: boolean, detail: string, saw?: GateSaw): Verdict {
  return { passed, detail, ...(saw && { saw }) };
}

function byWords(passed: boolean, cues: readonly { text: string }[] | undefined): Verdict {
  const found = words(cues);
  return verdict(passed, found, cues?.length ? { word: "words", values: { words: found } } : undefined);
}

function words(cues: readonly { text: string }[] | undefined): string {
  return cues && cues.length > 0 ? cues.map((cue) => `“${cue.text}”`).join(", ") : "none";
}
