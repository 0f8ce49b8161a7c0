import {
  decideAnswer,
  type GateDecision,
  type GateInput,
  type GateTicket,
} from "#lib/domain/answers/gate.ts";
import { isAngry } from "#lib/domain/triage/evidence.ts";
import type { UntrustedThread } from "#lib/domain/triage/thread.ts";
import { type Assistant, createAssistant } from "../assistant.ts";
import { firstDayWords } from "../builtin/first-day.ts";
import { serialiseModel, trainClassifier } from "../builtin/learn/classifier.ts";
import type { Knowledge } from "../knowledge.ts";

export type TicketPrediction = {
  id: string;
  category: string | null;
  top3: string[];
  language: string;
  sentiment: string;
  /** 0 to 1; angry from 0.5. */
  anger: number;
  angry: boolean;
  urgency: string;
  complexity: string;
  /** Where it would wait for people: the category's line, or "triage" when the guess may not route. */
  queue: string;
  decision: "send" | "draft" | "handoff";
  close: boolean;
  reason: string;
  articleId: string | null;
  confidence: number;
  failedGates: string[];
};

/** What an automatic answer must reach on a desk that has no record yet. */
export const coldThreshold = 0.92;

export type LabelledTicket = { text: string; category: string | null };

/** An assistant as a desk has it on its first day, or after it learnt from labelled tickets. */
export function assistantFor(knowledge: Knowledge, train: readonly LabelledTicket[] = []): Assistant {
  if (train.length === 0) return createAssistant({ knowledge });
  const rows = train.map(({ text, category }) => ({ text, label: category }));
  const model = trainClassifier(rows, { names: firstDayWords(knowledge) });
  return createAssistant({ knowledge, classifier: serialiseModel(model) });
}

/** Triage, draft, check and gate for one ticket, on a desk whose categories are all certified and automatic. */
export async function predictTicket(
  assistant: Assistant,
  thread: UntrustedThread,
  knowledge: Knowledge,
): Promise<TicketPrediction> {
  const { prediction } = await followTicket(assistant, thread, knowledge);
  return prediction;
}

export async function followTicket(
  assistant: Assistant,
  thread: UntrustedThread,
  knowledge: Knowledge,
  facts: Partial<GateTicket> = {},
) {
  const { evidence } = await assistant.triage(thread);
  const { draft } = await assistant.draftReply(thread, evidence);
  const { check } = await assistant.checkAnswer(draft, thread);
  const article = knowledge.articles.find(
    (candidate) => candidate.id === draft.articleId && candidate.lang.startsWith(draft.language),
  );
  const decision = decideAnswer({
    evidence,
    draft,
    check,
    category: { mode: "auto", threshold: coldThreshold, certified: true },
    ticket: {
      ...quietTicket,
      ...facts,
      channel: thread.channel,
      articleMayAutoAnswer: article?.mayAutoAnswer ?? false,
    },
    policy: evalPolicy,
    now: new Date(0),
  });
  const prediction: TicketPrediction = {
    id: thread.ticketId,
    category: evidence.category.id,
    top3: evidence.category.ranking.slice(0, 3).map((entry) => entry.id),
    language: evidence.language.code,
    sentiment: evidence.sentiment,
    anger: evidence.anger.score,
    angry: isAngry(evidence),
    urgency: evidence.urgency.level,
    complexity: evidence.complexity.level,
    queue: evidence.category.accepted && evidence.category.id ? evidence.category.id : "triage",
    decision: wordFor(decision),
    close: decision.close,
    reason: decision.reason,
    articleId: draft.articleId,
    confidence: draft.confidence,
    failedGates: decision.gates.filter((gate) => !gate.passed).map((gate) => gate.key),
  };
  return { evidence, draft, check, decision, prediction };
}

function wordFor({ kind }: GateDecision): TicketPrediction["decision"] {
  if (kind === "hand_off") return "handoff";
  return kind === "send" ? "send" : "draft";
}

const quietTicket: GateTicket = {
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
};

const evalPolicy: GateInput["policy"] = {
  maxReplies: 2,
  maxContacts: 0,
  vipGetsPerson: true,
  languages: ["en", "ko"],
  closeAfterAnswer: true,
  channels: ["email", "web_form", "portal", "chat", "api"],
};
