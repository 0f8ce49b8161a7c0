import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { SourceRef } from "../../lib/domain/answers/draft.ts";
import type { GateResult } from "../../lib/domain/answers/gate.ts";
import type { ActorKind } from "../../lib/domain/people/actor.ts";
import type { ClockReason } from "../../lib/domain/sla/clocks.ts";
import { clockKinds } from "../../lib/domain/sla/policy.ts";
import { priorities } from "../../lib/domain/tickets/status.ts";
import { atMost, createdAt, id, instant } from "./columns.ts";
import { messages, tickets } from "./tickets.ts";
import { webhooks } from "./webhooks.ts";

/** Recomputable from `ticket_events` at any time; kept so that the list and the sweep are cheap. */
export const slaClocks = pgTable(
  "sla_clocks",
  {
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: clockKinds }).notNull(),
    /** The newest cycle is kept: 1, 2, 3… */
    cycle: integer("cycle").notNull(),
    // What it was measured by is kept by version, also when the policy or the calendar is gone.
    policyId: uuid("policy_id"),
    calendarId: uuid("calendar_id"),
    priority: text("priority", { enum: priorities }).notNull(),
    state: text("state", { enum: ["running", "paused", "met", "breached", "cancelled"] }).notNull(),
    startedAt: instant("started_at").notNull(),
    targetMinutes: integer("target_minutes"),
    dueAt: instant("due_at"),
    warnAt: instant("warn_at"),
    pausedSeconds: doublePrecision("paused_seconds").notNull().default(0),
    pausedSince: instant("paused_since"),
    leftMs: bigint("left_ms", { mode: "number" }),
    metAt: instant("met_at"),
    breachedAt: instant("breached_at"),
    cancelledAt: instant("cancelled_at"),
    /** On first reply: the assistant's first answer, beside the person's. */
    assistantFirstReplyAt: instant("assistant_first_reply_at"),
    reasons: jsonb("reasons").$type<ClockReason[]>().notNull().default([]),
    /** The sweep wakes on this: a warning or a breach. Null when nothing can happen. */
    nextActionAt: instant("next_action_at"),
    warnedAt: instant("warned_at"),
    breachNotifiedAt: instant("breach_notified_at"),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.kind] }),
    // The sweep: only what is due.
    index("sla_clocks_actionable").on(t.nextActionAt).where(sql`next_action_at is not null`),
    index("sla_clocks_due").on(t.kind, t.dueAt),
  ],
);

/** Calls to other systems, each once a cause; the job that makes it leaves through the outbox. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: id(),
    // What was told stays told.
    webhookId: uuid("webhook_id").references(() => webhooks.id, { onDelete: "set null" }),
    url: text("url").notNull(),
    event: text("event").notNull(),
    causeId: text("cause_id").notNull(),
    // What was told stays told when the ticket is erased.
    ticketId: uuid("ticket_id").references(() => tickets.id, { onDelete: "set null" }),
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    state: text("state", { enum: ["queued", "sent", "failed"] })
      .notNull()
      .default("queued"),
    attempts: integer("attempts").notNull().default(0),
    error: text("error"),
    sentAt: instant("sent_at"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("webhook_deliveries_once").on(t.webhookId, t.causeId),
    // The last calls of one webhook; and the pruning of old ones.
    index("webhook_deliveries_of_webhook").on(t.webhookId, t.createdAt),
    index("webhook_deliveries_newest").on(t.createdAt),
    atMost("webhook_deliveries_url_length", t.url, 2000),
  ],
);

/** Every step of the assistant: what it saw, said, and what was done with it. */
export const assistantRuns = pgTable(
  "assistant_runs",
  {
    id: id(),
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    step: text("step", { enum: ["triage", "draft", "check", "decide", "summarise"] }).notNull(),
    model: text("model").notNull(),
    promptVersion: text("prompt_version").notNull(),
    inputHash: text("input_hash").notNull(),
    attempt: integer("attempt").notNull().default(1),
    outcome: text("outcome").notNull(),
    /** At most one applied run a message and step. */
    applied: boolean("applied").notNull(),
    basedOnVersion: integer("based_on_version").notNull(),
    output: jsonb("output").$type<Record<string, unknown>>().notNull(),
    evidence: jsonb("evidence").$type<unknown>(),
    sources: jsonb("sources").$type<SourceRef[]>().notNull().default([]),
    gates: jsonb("gates").$type<GateResult[]>().notNull().default([]),
    costUsd: doublePrecision("cost_usd").notNull().default(0),
    latencyMs: real("latency_ms").notNull().default(0),
    /** What a person made of it later. */
    correction: jsonb("correction").$type<Record<string, unknown>>(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("assistant_runs_applied_once").on(t.messageId, t.step).where(sql`applied`),
    index("assistant_runs_of_ticket").on(t.ticketId, t.createdAt),
    index("assistant_runs_newest").on(t.createdAt, t.id),
  ],
);

/** Texts with their true category, from corrections: what the classifier learns from. */
export const assistantExamples = pgTable(
  "assistant_examples",
  {
    id: id(),
    // Learnt from a ticket, but worth keeping without it.
    ticketId: uuid("ticket_id").references(() => tickets.id, { onDelete: "set null" }),
    text: text("text").notNull(),
    categoryKey: text("category_key").notNull(),
    source: text("source", { enum: ["correction", "confirmation", "import"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("assistant_examples_newest").on(t.createdAt)],
);

/** Jobs that were decided inside a transaction and still have to reach the queue. */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    job: text("job").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    runAt: instant("run_at").notNull(),
    dispatchedAt: instant("dispatched_at"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: createdAt(),
  },
  (t) => [
    // The relay: only what has not left yet.
    index("outbox_waiting").on(t.runAt, t.id).where(sql`dispatched_at is null`),
    // Pruning.
    index("outbox_dispatched").on(t.dispatchedAt).where(sql`dispatched_at is not null`),
  ],
);

/**
 * The hash-chained audit. A change writes its row in its own transaction without a place in the chain;
 * `sealAudit` gives it `seq` and `hash` in commit order. Rows are never changed after that.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: id(),
    seq: bigint("seq", { mode: "number" }),
    at: instant("at").notNull(),
    actorKind: text("actor_kind").$type<ActorKind>().notNull(),
    actorId: text("actor_id"),
    action: text("action").notNull(),
    /** `ticket:<uuid>`, `agent:<uuid>`… */
    target: text("target").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull().default({}),
    prevHash: text("prev_hash"),
    hash: text("hash"),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("audit_entries_seq").on(t.seq),
    index("audit_entries_unsealed").on(t.createdAt, t.id).where(sql`seq is null`),
    index("audit_entries_of_target").on(t.target),
  ],
);

/** The answer to a POST, kept a day, so that the same key gives the same answer. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** Who asked: `token:<id>` or `visitor:<address>`. */
    owner: text("owner").notNull(),
    key: text("key").notNull(),
    bodyHash: text("body_hash").notNull(),
    status: integer("status"),
    response: jsonb("response").$type<unknown>(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.owner, t.key] }), index("idempotency_keys_age").on(t.createdAt)],
);

/** Fixed windows, counted in one upsert. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").notNull(),
    windowStart: instant("window_start").notNull(),
    hits: integer("hits").notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index("rate_limits_age").on(t.windowStart)],
);

/** Small facts of the running parts: the queue canary, the last mail in, the relay's last breath. */
export const heartbeats = pgTable("heartbeats", {
  name: text("name").primaryKey(),
  at: instant("at").notNull(),
  data: jsonb("data").$type<Record<string, unknown>>().notNull().default({}),
});
