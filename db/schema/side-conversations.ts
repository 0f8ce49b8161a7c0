import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { atMost, createdAt, id, instant } from "./columns.ts";
import { agents } from "./people.ts";
import { tickets } from "./tickets.ts";

/**
 * Mail with a third party about a ticket: a courier, a supplier. Kept apart from `messages`, so that nothing that shows a
 * customer their ticket can show it.
 */
export const sideConversations = pgTable(
  "side_conversations",
  {
    id: id(),
    /** What its reply address carries. */
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    subject: text("subject").notNull(),
    people: jsonb("people").$type<{ name: string; address: string }[]>().notNull(),
    state: text("state", { enum: ["open", "done"] })
      .notNull()
      .default("open"),
    /** They wrote last, and nobody has answered or called it done. */
    answered: boolean("answered").notNull().default(false),
    // The mails stay when the colleague leaves.
    startedBy: uuid("started_by").references(() => agents.id, { onDelete: "set null" }),
    lastMessageAt: instant("last_message_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("side_conversations_number").on(t.number),
    index("side_conversations_of_ticket").on(t.ticketId, t.createdAt),
    atMost("side_conversations_subject_length", t.subject, 500),
  ],
);

export const sideMessages = pgTable(
  "side_messages",
  {
    id: id(),
    // Part of the conversation.
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => sideConversations.id, { onDelete: "cascade" }),
    direction: text("direction", { enum: ["out", "in"] }).notNull(),
    agentId: uuid("agent_id").references(() => agents.id, { onDelete: "set null" }),
    fromName: text("from_name").notNull().default(""),
    fromAddress: text("from_address"),
    body: text("body").notNull(),
    /** Quotes and signature that were cut. */
    trimmed: text("trimmed").notNull().default(""),
    /** RFC 5322 Message-ID without angle brackets. */
    messageId: text("message_id"),
    /** Why the sender is not taken for one of the people written to. */
    unverified: text("unverified"),
    autoKind: text("auto_kind"),
    createdAt: createdAt(),
  },
  (t) => [
    index("side_messages_of_conversation").on(t.conversationId, t.createdAt, t.id),
    // Intake: whose answer is this.
    index("side_messages_message_id").on(t.messageId),
    atMost("side_messages_body_length", t.body, 1_000_000),
  ],
);

export const sideAttachments = pgTable(
  "side_attachments",
  {
    id: id(),
    // Part of the message.
    messageId: uuid("message_id")
      .notNull()
      .references(() => sideMessages.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    type: text("type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    sha256: text("sha256").notNull(),
    createdAt: createdAt(),
  },
  (t) => [index("side_attachments_of_message").on(t.messageId)],
);
