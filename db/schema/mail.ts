import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  doors,
  inboundStates,
  outboundKinds,
  outboundStates,
  type RecipientReport,
} from "../../lib/domain/delivery/states.ts";
import { atMost, bytea, createdAt, id, instant, oneOf } from "./columns.ts";
import { mailboxes } from "./desk.ts";
import { sideMessages } from "./side-conversations.ts";
import { messages, tickets } from "./tickets.ts";

/** Content-addressed bytes: raw mails and attachments. In pieces, so that nobody holds 40 MB at once. */
export const blobs = pgTable("blobs", {
  /** Hex. */
  sha256: text("sha256").primaryKey(),
  sizeBytes: integer("size_bytes").notNull(),
  createdAt: createdAt(),
});

export const blobChunks = pgTable(
  "blob_chunks",
  {
    // The pieces are the blob.
    sha256: text("sha256")
      .notNull()
      .references(() => blobs.sha256, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sha256, t.position] })],
);

/** Pictures that a reader asked to see. Fetched once by a worker, so that the sender learns nothing about readers. */
export const remoteImages = pgTable(
  "remote_images",
  {
    id: id(),
    url: text("url").notNull(),
    state: text("state", { enum: ["pending", "fetched", "refused"] })
      .notNull()
      .default("pending"),
    /** Why it is not shown; a word of `channels/web/fetch-image`. */
    reason: text("reason"),
    type: text("type"),
    // The picture is its bytes.
    sha256: text("sha256").references(() => blobs.sha256, { onDelete: "restrict" }),
    askedAt: instant("asked_at").notNull(),
    fetchedAt: instant("fetched_at"),
  },
  (t) => [uniqueIndex("remote_images_url").on(t.url), atMost("remote_images_url_length", t.url, 2000)],
);

/** The mail ledger: everything that reached a door, raw first, with its state and reason for ever. */
export const inboundEmails = pgTable(
  "inbound_emails",
  {
    id: id(),
    door: text("door", { enum: doors }).notNull(),
    // The ledger survives its mailbox.
    mailboxId: uuid("mailbox_id").references(() => mailboxes.id, { onDelete: "set null" }),
    envelopeFrom: text("envelope_from").notNull().default(""),
    envelopeTo: text("envelope_to").array().notNull().default([]),
    /** SHA-256 of the bytes as they came, hex. The bytes are never deleted before this row. */
    sha256: text("sha256")
      .notNull()
      .references(() => blobs.sha256, { onDelete: "restrict" }),
    sizeBytes: integer("size_bytes").notNull(),
    /** Mailbox and content without trace headers: the same mail again answers this row. */
    contentKey: text("content_key").notNull(),
    /** Mailbox, Message-ID, From, Date, Subject and body: the same through a server that added headers. */
    copyKey: text("copy_key"),
    messageId: text("message_id"),
    state: text("state", { enum: inboundStates }).notNull().default("pending"),
    /** A word of the domain: `new_ticket`, `in_reply_to`, `out_of_office`, `own_mail`… */
    reason: text("reason"),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    // The ledger survives the ticket: a deleted ticket must not come back by the same mail.
    ticketId: uuid("ticket_id").references(() => tickets.id, { onDelete: "set null" }),
    ticketMessageId: uuid("ticket_message_id").references(() => messages.id, { onDelete: "set null" }),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    acceptedAt: instant("accepted_at").notNull(),
    processedAt: instant("processed_at"),
    /** When the sweeper may look at it again. */
    checkAt: instant("check_at").notNull(),
  },
  (t) => [
    uniqueIndex("inbound_emails_content_key").on(t.contentKey),
    uniqueIndex("inbound_emails_copy_key").on(t.copyKey),
    index("inbound_emails_newest").on(t.acceptedAt, t.id),
    index("inbound_emails_message_id").on(t.messageId).where(sql`message_id is not null`),
    index("inbound_emails_of_ticket").on(t.ticketId),
    // The sweeper: only what is not finished.
    index("inbound_emails_unfinished").on(t.checkAt).where(sql`state in ('pending', 'processing')`),
    oneOf("inbound_emails_state", t.state, inboundStates),
  ],
);

/** One row a mail that we send. Its Message-ID is fixed here, so a retry is the same mail. */
export const outboundEmails = pgTable(
  "outbound_emails",
  {
    id: id(),
    // The ledger survives the ticket.
    ticketId: uuid("ticket_id").references(() => tickets.id, { onDelete: "set null" }),
    ticketMessageId: uuid("ticket_message_id").references(() => messages.id, { onDelete: "set null" }),
    /** Of a side conversation; never together with a message of the ticket. */
    sideMessageId: uuid("side_message_id").references(() => sideMessages.id, { onDelete: "set null" }),
    mailboxId: uuid("mailbox_id").references(() => mailboxes.id, { onDelete: "set null" }),
    kind: text("kind", { enum: outboundKinds }).notNull(),
    /** What made us send: at most one automatic mail a cause. */
    causeId: text("cause_id").notNull(),
    messageId: text("message_id").notNull(),
    inReplyTo: text("in_reply_to"),
    references: text("references").array().notNull().default([]),
    fromName: text("from_name").notNull(),
    fromAddress: text("from_address").notNull(),
    replyTo: text("reply_to").notNull(),
    envelopeFrom: text("envelope_from").notNull(),
    to: jsonb("to").$type<{ name: string; address: string }[]>().notNull(),
    cc: jsonb("cc").$type<{ name: string; address: string }[]>().notNull().default([]),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** The same words with their look, pictures by `cid:`; null lets the look be made from the words. */
    html: text("html"),
    automatic: boolean("automatic").notNull(),
    state: text("state", { enum: outboundStates }).notNull().default("queued"),
    attempts: integer("attempts").notNull().default(0),
    error: text("error"),
    /** What became of it for each recipient, as the relay or a later report said. */
    reports: jsonb("reports").$type<RecipientReport[]>().notNull().default([]),
    /** What the relay answered, or where the file was kept. */
    response: text("response"),
    /** Of the bytes as they were last offered to the relay, hex; null: not yet, or not for others' eyes. */
    sha256: text("sha256").references(() => blobs.sha256, { onDelete: "restrict" }),
    sendAt: instant("send_at").notNull(),
    sendingSince: instant("sending_since"),
    sentAt: instant("sent_at"),
    createdAt: createdAt(),
    checkAt: instant("check_at").notNull(),
  },
  (t) => [
    uniqueIndex("outbound_emails_cause").on(t.causeId),
    uniqueIndex("outbound_emails_message_id").on(t.messageId),
    index("outbound_emails_newest").on(t.createdAt, t.id),
    index("outbound_emails_of_ticket").on(t.ticketId),
    index("outbound_emails_of_message").on(t.ticketMessageId),
    // How often mail to an address came back.
    index("outbound_emails_reports").using("gin", t.reports).where(sql`reports <> '[]'::jsonb`),
    index("outbound_emails_of_side_message").on(t.sideMessageId).where(sql`side_message_id is not null`),
    index("outbound_emails_unfinished").on(t.checkAt).where(sql`state in ('queued', 'sending')`),
    oneOf("outbound_emails_state", t.state, outboundStates),
    oneOf("outbound_emails_kind", t.kind, outboundKinds),
    atMost("outbound_emails_subject_length", t.subject, 1000),
  ],
);
