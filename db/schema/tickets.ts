import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
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
import type { DraftSentence, SourceRef } from "../../lib/domain/answers/draft.ts";
import type { Enclosed } from "../../lib/domain/intake/enclosed.ts";
import type { ActorKind } from "../../lib/domain/people/actor.ts";
import { channels, priorities, ticketStatuses } from "../../lib/domain/tickets/status.ts";
import type { ComplexityLevel, Sentiment, UrgencyLevel } from "../../lib/domain/triage/evidence.ts";
import type { RichDocument } from "../../lib/domain/writing/document.ts";
import { atMost, createdAt, id, instant, oneOf } from "./columns.ts";
import { categories, mailboxes, queues, slaPolicies } from "./desk.ts";
import { agents, customers } from "./people.ts";

/** Urgent first; the text of the expression is the index's. */
export const priorityRank = sql`(case priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end)`;

export const tickets = pgTable(
  "tickets",
  {
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** +1 on every write; the assistant passes the version it saw. */
    version: integer("version").notNull().default(1),
    subject: text("subject").notNull(),
    /** The newest message's first words, for the list. */
    preview: text("preview").notNull().default(""),
    status: text("status", { enum: ticketStatuses }).notNull().default("new"),
    priority: text("priority", { enum: priorities }).notNull().default("normal"),
    channel: text("channel", { enum: channels }).notNull(),
    // A customer with tickets is erased through its own verb, never by a cascade.
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "restrict" }),
    // A mailbox with tickets is deactivated, not deleted.
    mailboxId: uuid("mailbox_id").references(() => mailboxes.id, { onDelete: "restrict" }),
    // The ticket goes back to the triage queue in these four cases; it never disappears.
    queueId: uuid("queue_id").references(() => queues.id, { onDelete: "set null" }),
    categoryId: uuid("category_id").references(() => categories.id, { onDelete: "set null" }),
    assigneeId: uuid("assignee_id").references(() => agents.id, { onDelete: "set null" }),
    slaPolicyId: uuid("sla_policy_id").references(() => slaPolicies.id, { onDelete: "set null" }),

    /** BCP 47, `und` when unknown. */
    language: text("language").notNull().default("und"),
    sentiment: text("sentiment").$type<Sentiment>(),
    anger: real("anger"),
    urgency: text("urgency").$type<UrgencyLevel>(),
    complexity: text("complexity").$type<ComplexityLevel>(),
    tags: text("tags").array().notNull().default([]),
    isSpam: boolean("is_spam").notNull().default(false),
    needsReview: boolean("needs_review").notNull().default(false),

    /** What the assistant has done here: the mark in the list. */
    assistantState: text("assistant_state", {
      enum: ["waiting", "sorted", "draft_ready", "held", "answered", "handed_off", "off"],
    })
      .notNull()
      .default("waiting"),
    handOffReason: text("hand_off_reason"),
    routeReason: jsonb("route_reason").$type<unknown>(),
    /** A person put it into its queue; rules do not move it. */
    queuePinned: boolean("queue_pinned").notNull().default(false),
    /** People who gave it back, or did not answer in time; they do not get it again. */
    notAgentIds: uuid("not_agent_ids").array().notNull().default([]),
    assignedAt: instant("assigned_at"),
    /** When waiting longer changes who may have it; null when only people can. */
    routeRetryAt: instant("route_retry_at"),
    /** When a manager heard that nobody fits; null again once somebody has it. */
    managerToldAt: instant("manager_told_at"),

    // A follow-up keeps standing when the older ticket is erased.
    followUpOfId: uuid("follow_up_of_id").references((): AnyPgColumn => tickets.id, { onDelete: "set null" }),
    mergedIntoId: uuid("merged_into_id").references((): AnyPgColumn => tickets.id, { onDelete: "set null" }),

    /** The next instant at which a clock of this ticket warns or breaches; a cache, refreshed by `refreshClocks`. */
    nextDueAt: instant("next_due_at"),
    breachedAt: instant("breached_at"),
    lastMessageAt: instant("last_message_at").notNull(),
    lastCustomerMessageAt: instant("last_customer_message_at"),
    /** Since when the customer waits for us; null when it is their turn. */
    waitingSince: instant("waiting_since"),
    firstPersonReplyAt: instant("first_person_reply_at"),
    firstAssistantReplyAt: instant("first_assistant_reply_at"),
    solvedAt: instant("solved_at"),
    closedAt: instant("closed_at"),
    /** When a solved ticket closes by itself unless the customer writes. */
    closesAt: instant("closes_at"),
    /** Put aside: until `snoozedUntil`, or until the customer writes when that is null. */
    snoozedAt: instant("snoozed_at"),
    snoozedUntil: instant("snoozed_until"),
    /** Thrown away: closed, shown in the trash alone, erased after a time. */
    trashedAt: instant("trashed_at"),
    /** Where it is found: one list shows each ticket. Written by the database from the columns above. */
    lane: text("lane", { enum: ["inbox", "snoozed", "done", "spam", "trash", "merged"] })
      .notNull()
      .generatedAlwaysAs(
        sql`case when merged_into_id is not null then 'merged' when trashed_at is not null then 'trash'
          when is_spam then 'spam' when status in ('solved', 'closed') then 'done'
          when snoozed_at is not null then 'snoozed' else 'inbox' end`,
      ),
    /** Raised to make all signed links to this ticket die. */
    linkVersion: integer("link_version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("tickets_number").on(t.number),
    // The inbox: newest activity first, by status, keyset on (last_message_at, id).
    index("tickets_by_activity").on(t.status, t.lastMessageAt, t.id),
    index("tickets_of_queue").on(t.queueId, t.status, t.lastMessageAt, t.id),
    // "Mine", and an agent's load when routing.
    index("tickets_of_assignee").on(t.assigneeId, t.status, t.lastMessageAt, t.id),
    index("tickets_of_customer").on(t.customerId, t.lastMessageAt),
    // The assistant's sweep and the held view.
    index("tickets_by_assistant_state").on(t.assistantState, t.lastMessageAt),
    index("tickets_closing").on(t.closesAt).where(sql`closes_at is not null`),
    index("tickets_created").on(t.createdAt),
    // Routing: the line of those without a person.
    index("tickets_without_person")
      .on(t.waitingSince)
      .where(sql`assignee_id is null and status in ('new', 'open') and waiting_since is not null`),
    // Routing: how many like it somebody has solved.
    index("tickets_solved_by").on(t.categoryId, t.assigneeId).where(sql`status in ('solved', 'closed')`),
    index("tickets_manager_told").on(t.managerToldAt).where(sql`manager_told_at is not null`),
    // An index in plain order, read backwards: one in descending order puts nulls where `order by … desc` does not.
    // Every list by activity, keyset on (last_message_at, id); the inbox also by deadline, waiting and urgency.
    index("tickets_newest").on(t.lastMessageAt, t.id),
    index("tickets_of_lane").on(t.lane, t.lastMessageAt, t.id),
    index("tickets_inbox_due").on(sql`coalesce(next_due_at, 'infinity')`, t.id).where(sql`lane = 'inbox'`),
    index("tickets_inbox_waiting")
      .on(sql`coalesce(waiting_since, 'infinity')`, t.id)
      .where(sql`lane = 'inbox'`),
    index("tickets_inbox_urgent")
      .on(priorityRank, sql`coalesce(waiting_since, 'infinity')`, t.id)
      .where(sql`lane = 'inbox'`),
    // The narrower lists, and their counts.
    index("tickets_inbox_of_assignee").on(t.assigneeId, t.lastMessageAt, t.id).where(sql`lane = 'inbox'`),
    index("tickets_inbox_of_queue").on(t.queueId, t.lastMessageAt, t.id).where(sql`lane = 'inbox'`),
    index("tickets_inbox_angry")
      .on(t.lastMessageAt, t.id)
      .where(sql`lane = 'inbox' and anger >= 0.5 and waiting_since is not null`),
    index("tickets_inbox_held")
      .on(t.lastMessageAt, t.id)
      .where(sql`lane = 'inbox' and assistant_state = 'held'`),
    index("tickets_of_category").on(t.categoryId, t.lastMessageAt, t.id),
    index("tickets_tags").using("gin", t.tags).where(sql`tags <> '{}'`),
    // The sweeps that wake and erase.
    index("tickets_waking").on(t.snoozedUntil).where(sql`snoozed_until is not null`),
    index("tickets_trashed").on(t.trashedAt).where(sql`trashed_at is not null`),
    oneOf("tickets_status", t.status, ticketStatuses),
    oneOf("tickets_priority", t.priority, priorities),
    oneOf("tickets_channel", t.channel, channels),
    atMost("tickets_subject_length", t.subject, 1000),
  ],
);

/** Who may read along and is answered: the requester, people in Cc, colleagues. */
export const ticketParticipants = pgTable(
  "ticket_participants",
  {
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** Lower-case. */
    address: text("address").notNull(),
    name: text("name").notNull().default(""),
    kind: text("kind", { enum: ["requester", "cc"] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.address] }), index("tickets_of_address").on(t.address)],
);

export const messages = pgTable(
  "messages",
  {
    id: id(),
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["reply", "note"] }).notNull(),
    authorKind: text("author_kind", { enum: ["customer", "agent", "assistant", "system"] }).notNull(),
    // The words stay when their author leaves.
    agentId: uuid("agent_id").references(() => agents.id, { onDelete: "set null" }),
    customerId: uuid("customer_id").references(() => customers.id, { onDelete: "set null" }),
    /** The name and address as they stood on the mail. */
    fromName: text("from_name").notNull().default(""),
    fromAddress: text("from_address"),
    /** What the author wrote, without quotes and signature. */
    body: text("body").notNull(),
    /** What was cut: quotes, signature. One click away. */
    trimmed: text("trimmed").notNull().default(""),
    /** Sanitised HTML to show in the frame; null for plain text. */
    html: text("html"),
    /** What we wrote, as it was written; null for plain words and for mail from outside. */
    document: jsonb("document").$type<RichDocument>(),
    language: text("language"),
    channel: text("channel", { enum: channels }).notNull(),
    /** RFC 5322 Message-ID without angle brackets. */
    messageId: text("message_id"),
    /** In-Reply-To and References, so that a parent that arrives late finds its children. */
    refersTo: text("refers_to").array().notNull().default([]),
    /** Whether an automatic acknowledgement may answer this; the reason when not. */
    noAckReason: text("no_ack_reason"),
    /** The sender could not be verified, or is not on this ticket: shown with a warning. */
    unverified: text("unverified"),
    /** Auto-reply, bounce, receipt: shown collapsed, moves nothing. */
    autoKind: text("auto_kind"),
    /** What the mail held besides words and files; null for nearly every message. */
    enclosed: jsonb("enclosed").$type<Enclosed>(),
    sources: jsonb("sources").$type<SourceRef[]>().notNull().default([]),
    sentences: jsonb("sentences").$type<DraftSentence[]>(),
    /** A sent draft of the assistant that a person changed keeps what it was. */
    draftId: uuid("draft_id"),
    createdAt: createdAt(),
  },
  (t) => [
    index("messages_of_ticket").on(t.ticketId, t.createdAt, t.id),
    index("messages_refers_to").using("gin", t.refersTo),
    index("messages_message_id").on(t.messageId).where(sql`message_id is not null`),
    atMost("messages_body_length", t.body, 2_000_000),
  ],
);

export const attachments = pgTable(
  "attachments",
  {
    id: id(),
    // Part of the message.
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    type: text("type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    sha256: text("sha256").notNull(),
    contentId: text("content_id"),
    inline: boolean("inline").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [index("attachments_of_message").on(t.messageId), index("attachments_by_content").on(t.sha256)],
);

/** Append-only: timeline, audit and source of every figure. */
export const ticketEvents = pgTable(
  "ticket_events",
  {
    seq: bigint("seq", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    // Part of the ticket; erasing a ticket is itself in the audit.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    actorKind: text("actor_kind").$type<ActorKind>().notNull(),
    actorId: uuid("actor_id"),
    at: instant("at").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [index("events_of_ticket").on(t.ticketId, t.seq), index("events_by_type").on(t.type, t.at)],
);
