import { describe, expect, test } from "vitest";
import type { TriageEvidence } from "../triage/evidence.ts";
import type { DraftReply } from "./draft.ts";
import { decideAnswer, type GateInput, type GateKey } from "./gate.ts";

const evidence: TriageEvidence = {
  text: "Where is my parcel?",
  language: { code: "en", confidence: 1 },
  category: {
    id: "delivery",
    confidence: 0.9,
    accepted: true,
    ranking: [{ id: "delivery", score: 0.9 }],
    inScope: 0.9,
  },
  sentiment: "neutral",
  anger: { score: 0, cues: [] },
  urgency: { level: "normal", cues: [] },
  complexity: { level: "simple", asks: 1, cues: [] },
  skills: ["lang:en"],
  topics: [],
  askedForPerson: { yes: false, cues: [] },
  injection: { suspected: false, cues: [] },
  summary: "Where is my parcel?",
};
const source = {
  kind: "article",
  id: "a1",
  version: 1,
  title: "Where it is",
  excerpt: "It is on its way.",
} as const;
const draft: DraftReply = {
  language: "en",
  sentences: [{ text: "It is on its way.", sources: [source] }],
  text: "It is on its way.",
  sources: [source],
  confidence: 0.97,
  answerable: true,
  articleId: "a1",
  model: "builtin",
  promptVersion: "1",
};
const fine: GateInput = {
  evidence,
  draft,
  check: { unsupported: [] },
  category: { mode: "auto", threshold: 0.95, certified: true },
  ticket: {
    status: "new",
    channel: "email",
    personActed: false,
    publicRepliesByAssistant: 0,
    contactsWithin: 0,
    vip: false,
    isFollowUp: false,
    reopened: false,
    newerMessageWaiting: false,
    articleMayAutoAnswer: true,
    foreignSource: false,
    unreadFiles: [],
  },
  policy: {
    maxReplies: 2,
    maxContacts: 0,
    vipGetsPerson: true,
    languages: ["en", "ko"],
    closeAfterAnswer: true,
    channels: ["email"],
  },
  now: new Date("2026-11-02T09:00:00Z"),
};

const withEvidence = (over: Partial<TriageEvidence>): GateInput => ({
  ...fine,
  evidence: { ...evidence, ...over },
});
const withDraft = (over: Partial<DraftReply>): GateInput => ({ ...fine, draft: { ...draft, ...over } });
const withTicket = (over: Partial<GateInput["ticket"]>): GateInput => ({
  ...fine,
  ticket: { ...fine.ticket, ...over },
});
const withCategory = (over: Partial<GateInput["category"]>): GateInput => ({
  ...fine,
  category: { ...fine.category, ...over },
});

test("an answer that passes every gate is sent and closes the ticket", () => {
  const decision = decideAnswer(fine);
  expect(decision).toMatchObject({ kind: "send", close: true, reason: "answered" });
  expect(decision.gates.every((gate) => gate.passed)).toBe(true);
});

test.each<[string, GateInput, GateKey, "hand_off" | "draft", string]>([
  ["a person is here", withTicket({ personActed: true }), "person_here", "draft", "person_here"],
  ["the ticket is solved", withTicket({ status: "solved" }), "ticket_open", "draft", "policy"],
  ["the ticket is on hold", withTicket({ status: "on_hold" }), "ticket_open", "draft", "policy"],
  ["a newer message waits", withTicket({ newerMessageWaiting: true }), "newest_message", "draft", "policy"],
  ["triage failed", { ...fine, evidence: null }, "tools_worked", "hand_off", "tool_failure"],
  ["drafting failed", { ...fine, draft: null }, "tools_worked", "hand_off", "tool_failure"],
  ["the check failed", { ...fine, check: null }, "tools_worked", "hand_off", "tool_failure"],
  [
    "the text speaks to machines",
    withEvidence({ injection: { suspected: true, cues: [] } }),
    "no_injection",
    "hand_off",
    "injection_suspected",
  ],
  [
    "a person was asked for",
    withEvidence({ askedForPerson: { yes: true, cues: [] } }),
    "customer_did_not_ask_for_person",
    "hand_off",
    "customer_asked",
  ],
  [
    "money is claimed",
    withEvidence({ topics: [{ topic: "money", cues: [] }] }),
    "no_never_topic",
    "hand_off",
    "never_topic",
  ],
  [
    "the customer is angry",
    withEvidence({ anger: { score: 0.5, cues: [] } }),
    "not_angry",
    "hand_off",
    "angry",
  ],
  [
    "the customer may be angry",
    withEvidence({ anger: { score: 0.3, cues: [] } }),
    "not_angry",
    "hand_off",
    "angry",
  ],
  ["it is high", withEvidence({ urgency: { level: "high", cues: [] } }), "not_urgent", "hand_off", "urgent"],
  [
    "it is urgent",
    withEvidence({ urgency: { level: "urgent", cues: [] } }),
    "not_urgent",
    "hand_off",
    "urgent",
  ],
  [
    "it is complex",
    withEvidence({ complexity: { level: "complex", asks: 3, cues: [] } }),
    "not_complex",
    "hand_off",
    "complex",
  ],
  ["it was reopened", withTicket({ reopened: true }), "not_reopened", "hand_off", "customer_reopened"],
  ["it is a follow-up", withTicket({ isFollowUp: true }), "not_reopened", "hand_off", "customer_reopened"],
  ["the turns are used up", withTicket({ publicRepliesByAssistant: 2 }), "turns_left", "hand_off", "policy"],
  [
    "it repeats an open ticket",
    {
      ...fine,
      evidence: { ...evidence, duplicate: { ticketId: "t", number: 12, likeness: 0.8, words: [] } },
    },
    "first_contact",
    "hand_off",
    "policy",
  ],
  ["it is the second contact", withTicket({ contactsWithin: 1 }), "first_contact", "hand_off", "policy"],
  ["the customer is a VIP", withTicket({ vip: true }), "vip", "hand_off", "policy"],
  ["the channel is not for it", withTicket({ channel: "chat" }), "channel", "draft", "draft_only"],
  [
    "the language is unknown",
    withEvidence({ language: { code: "und", confidence: 0 } }),
    "language",
    "hand_off",
    "policy",
  ],
  ["the answer is in another language", withDraft({ language: "ko" }), "language", "hand_off", "policy"],
  ["the category is off", withCategory({ mode: "off" }), "mode", "hand_off", "policy"],
  [
    "it is about nothing we do",
    withEvidence({ category: { ...evidence.category, inScope: 0.1 } }),
    "in_scope",
    "hand_off",
    "no_knowledge",
  ],
  ["nothing answers", withDraft({ answerable: false }), "answerable", "hand_off", "no_knowledge"],
  ["the draft is empty", withDraft({ text: " " }), "answerable", "hand_off", "no_knowledge"],
  [
    "it cites somebody else's order",
    withTicket({ foreignSource: true }),
    "own_sources",
    "hand_off",
    "policy",
  ],
  ["a file came with it", withTicket({ unreadFiles: ["screen.png"] }), "all_read", "draft", "policy"],
  ["the draft cites nothing", withDraft({ sources: [] }), "answerable", "hand_off", "no_knowledge"],
  [
    "the article is for people",
    withTicket({ articleMayAutoAnswer: false }),
    "article_allows",
    "draft",
    "draft_only",
  ],
  [
    "a fact has no source",
    { ...fine, check: { unsupported: [{ text: "$50", kind: "money" }] } },
    "supported",
    "draft",
    "low_confidence",
  ],
  ["it is not sure enough", withDraft({ confidence: 0.94 }), "confident", "draft", "low_confidence"],
  [
    "its confidence is no number",
    withDraft({ confidence: Number.NaN }),
    "confident",
    "draft",
    "low_confidence",
  ],
  ["its confidence is beyond one", withDraft({ confidence: 7 }), "confident", "draft", "low_confidence"],
  [
    "the category is not certified",
    withCategory({ certified: false }),
    "certified",
    "draft",
    "not_certified",
  ],
  ["the category drafts only", withCategory({ mode: "draft" }), "certified", "draft", "not_certified"],
])("when %s nothing is sent", (_, input, key, kind, reason) => {
  const decision = decideAnswer(input);
  expect(decision).toMatchObject({ kind, reason, close: false });
  expect(decision.gates.find((gate) => !gate.passed)?.key).toBe(key);
});

describe("a decision", () => {
  test("shows every gate, also after one failed", () => {
    expect(decideAnswer(withTicket({ personActed: true })).gates).toHaveLength(
      decideAnswer(fine).gates.length,
    );
  });

  test("names the graver reason when several gates fail", () => {
    const input = withEvidence({ anger: { score: 0.9, cues: [] }, injection: { suspected: true, cues: [] } });
    expect(decideAnswer({ ...input, draft: { ...draft, confidence: 0 } }).reason).toBe("injection_suspected");
  });

  test("in a category on hold waits for one click, certified or not", () => {
    expect(decideAnswer(withCategory({ mode: "hold", certified: false }))).toMatchObject({
      kind: "hold",
      reason: "awaiting_release",
    });
  });

  test("closes only where the desk wants it", () => {
    const policy = { ...fine.policy, closeAfterAnswer: false };
    expect(decideAnswer({ ...fine, policy })).toMatchObject({ kind: "send", close: false });
  });
});
