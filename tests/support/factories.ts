import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { newId } from "#db/ids.ts";
import {
  agentSkills,
  agents,
  categories,
  mailboxes,
  queueMembers,
  queues,
  skills,
} from "#db/schema/index.ts";
import type { AnswerCheck, DraftReply } from "#lib/domain/answers/draft.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { RunFacts } from "#lib/services/assistant/record-run.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import type { TestDatabase } from "./database.ts";

export const testConfig = {
  publicUrl: "https://desk.example",
  mailDomain: "desk.example",
  secret: "a secret of at least thirty-two characters",
};

/** A context for a test: the system's unless another actor is named. */
export function contextOn(desk: TestDatabase, options: { actor?: Actor; now?: Date } = {}): Context {
  return createContext({ db: desk.db, config: testConfig, actor: { kind: "system" }, ...options });
}

/** The least desk that works: one mailbox, a default queue, one online agent in it. */
export async function aDesk(desk: TestDatabase) {
  const [mailbox] = await desk.db
    .insert(mailboxes)
    .values({ address: `support-${short()}@desk.example`, name: "Support", senderName: "Desk" })
    .returning();
  const known = await desk.db.select().from(queues).where(eq(queues.isDefault, true));
  const queue =
    known[0] ??
    (
      await desk.db
        .insert(queues)
        .values({ key: `general-${short()}`, name: { en: "General", ko: "일반" }, isDefault: true })
        .returning()
    )[0]!;
  return { mailbox: mailbox!, queue, agent: await anAgent(desk) };
}

export async function anAgent(desk: TestDatabase, options: Partial<typeof agents.$inferInsert> = {}) {
  const [agent] = await desk.db
    .insert(agents)
    .values({ email: `mina-${short()}@desk.example`, name: "Mina", availability: "online", ...options })
    .returning();
  const actor: Actor = { kind: "agent", id: agent!.id, name: agent!.name, role: agent!.role };
  return { ...agent!, actor };
}

export async function aSkill(desk: TestDatabase, key: string, levels: Record<string, number> = {}) {
  const [skill] = await desk.db
    .insert(skills)
    .values({ key, name: { en: key, ko: key } })
    .returning();
  for (const [agentId, level] of Object.entries(levels)) {
    await desk.db.insert(agentSkills).values({ agentId, skillId: skill!.id, level });
  }
  return skill!;
}

export async function aCategory(desk: TestDatabase, options: Partial<typeof categories.$inferInsert> = {}) {
  const [category] = await desk.db
    .insert(categories)
    .values({ key: `delivery-${short()}`, name: { en: "Delivery", ko: "배송" }, ...options })
    .returning();
  return category!;
}

export async function join(desk: TestDatabase, queueId: string, agentId: string) {
  await desk.db.insert(queueMembers).values({ queueId, agentId });
}

/** A mail as it comes over the wire. */
export function aMail(options: {
  from?: string;
  to: string;
  subject?: string;
  body?: string;
  headers?: string[];
}): Buffer {
  const {
    from = `kim-${short()}@customer.example`,
    to,
    subject = "Where is my parcel?",
    body = "It has not come.",
  } = options;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${randomUUID()}@customer.example>`,
    "Date: Sun, 22 Nov 2026 10:00:00 +0900",
    "Content-Type: text/plain; charset=utf-8",
    ...(options.headers ?? []),
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}\r\n`);
}

/** What triage finds in a calm, simple question. */
export function evidenceOf(changes: Partial<TriageEvidence> = {}): TriageEvidence {
  return {
    text: "Where is my parcel?",
    language: { code: "en", confidence: 1 },
    category: { id: null, confidence: 0.9, accepted: true, ranking: [], inScope: 0.9 },
    sentiment: "neutral",
    anger: { score: 0, cues: [] },
    urgency: { level: "normal", cues: [] },
    complexity: { level: "simple", asks: 1, cues: [] },
    skills: [],
    topics: [],
    askedForPerson: { yes: false, cues: [] },
    injection: { suspected: false, cues: [] },
    summary: "Where is my parcel?",
    ...changes,
  };
}

export function draftOf(articleId: string, changes: Partial<DraftReply> = {}): DraftReply {
  const source = {
    kind: "article" as const,
    id: articleId,
    version: 1,
    title: "Tracking",
    excerpt: "It takes two days.",
  };
  return {
    language: "en",
    sentences: [{ text: "It takes two days.", sources: [source] }],
    text: "It takes two days.",
    sources: [source],
    confidence: 0.99,
    answerable: true,
    articleId,
    model: "builtin",
    promptVersion: "1",
    ...changes,
  };
}

export const supported: AnswerCheck = { unsupported: [] };

export const runFacts: RunFacts = {
  model: "builtin",
  promptVersion: "1",
  inputHash: "0".repeat(64),
  attempt: 1,
  outcome: "ok",
  costUsd: 0,
  latencyMs: 1,
};

export const short = (): string => newId().slice(-8);
