import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import {
  authKinds,
  type ImapPlace,
  type OauthClient,
  type ServerAddress,
} from "../../lib/domain/mailboxes/connection.ts";
import { atMost, createdAt, id, instant, oneOf } from "./columns.ts";
import { mailboxes } from "./desk.ts";

/** How a mailbox's mail comes in and goes out when it is not by the desk's own doors. */
export const mailboxConnections = pgTable(
  "mailbox_connections",
  {
    // A connection without its mailbox reaches nothing.
    mailboxId: uuid("mailbox_id")
      .primaryKey()
      .references(() => mailboxes.id, { onDelete: "cascade" }),
    /** null: mail comes in by the desk's own SMTP or HTTP door. */
    imap: jsonb("imap").$type<ImapPlace>(),
    /** null: mail goes out by the desk's relay. */
    smtp: jsonb("smtp").$type<ServerAddress>(),
    auth: text("auth", { enum: authKinds }).notNull().default("password"),
    oauth: jsonb("oauth").$type<OauthClient>(),
    /** `MailboxSecrets`, sealed with AES-256-GCM for this mailbox. */
    secrets: text("secrets"),
    accessTokenEndsAt: instant("access_token_ends_at"),
    refreshTokenEndsAt: instant("refresh_token_ends_at"),
    tokenError: text("token_error"),
    /** Whose Authentication-Results are believed in mail from this mailbox (RFC 8601 §5). */
    authservIds: text("authserv_ids").array().notNull().default([]),
    /** Forwarders whose ARC seal is believed (RFC 8617). */
    trustedSealers: text("trusted_sealers").array().notNull().default([]),
    dkimSelector: text("dkim_selector"),
    /** Base64 of the SubjectPublicKeyInfo, as the DNS record has it. */
    dkimPublicKey: text("dkim_public_key"),
    /** PEM, sealed. */
    dkimPrivateKey: text("dkim_private_key"),
    /** The mail that was there before is left alone, unless asked for. */
    since: instant("since").notNull(),
    lastSeenAt: instant("last_seen_at"),
    failingSince: instant("failing_since"),
    lastError: text("last_error"),
    /** +1 at every change of the settings: a running door with an older one starts anew. */
    version: integer("version").notNull().default(1),
  },
  (t) => [
    oneOf("mailbox_connections_auth", t.auth, authKinds),
    atMost("mailbox_connections_error_length", t.lastError, 2000),
  ],
);

/** How far each folder has been read. */
export const imapFolders = pgTable(
  "imap_folders",
  {
    mailboxId: uuid("mailbox_id")
      .notNull()
      .references(() => mailboxes.id, { onDelete: "cascade" }),
    folder: text("folder").notNull(),
    /** 32 bits, unsigned. Another one means that the server numbers anew: everything is looked at again. */
    uidValidity: bigint("uid_validity", { mode: "number" }).notNull(),
    lastUid: bigint("last_uid", { mode: "number" }).notNull(),
    checkedAt: instant("checked_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.mailboxId, t.folder] })],
);

/** Mails on a server that could not be taken yet. After three tries a stand-in is filed and the mail stays there. */
export const imapStumbles = pgTable(
  "imap_stumbles",
  {
    mailboxId: uuid("mailbox_id")
      .notNull()
      .references(() => mailboxes.id, { onDelete: "cascade" }),
    folder: text("folder").notNull(),
    uidValidity: bigint("uid_validity", { mode: "number" }).notNull(),
    uid: bigint("uid", { mode: "number" }).notNull(),
    attempts: integer("attempts").notNull(),
    lastError: text("last_error").notNull(),
    quarantinedAt: instant("quarantined_at"),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.mailboxId, t.folder, t.uidValidity, t.uid] })],
);

/** "Test connection": asked on screen, answered by a worker. */
export const connectionTests = pgTable(
  "connection_tests",
  {
    id: id(),
    mailboxId: uuid("mailbox_id")
      .notNull()
      .references(() => mailboxes.id, { onDelete: "cascade" }),
    direction: text("direction", { enum: ["imap", "smtp"] }).notNull(),
    state: text("state", { enum: ["pending", "passed", "failed"] })
      .notNull()
      .default("pending"),
    result: text("result"),
    createdAt: createdAt(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    index("connection_tests_newest").on(t.mailboxId, t.createdAt.desc()),
    oneOf("connection_tests_state", t.state, ["pending", "passed", "failed"]),
  ],
);
