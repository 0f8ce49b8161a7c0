import {
  bigint,
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
  authKinds,
  type ImapPlace,
  type OauthClient,
  type ServerAddress,
} from "../../lib/domain/mailboxes/connection.ts";
import { atMost, createdAt, id, instant, oneOf } from "./columns.ts";
import { mailboxes } from "./desk.ts";
import { inboundEmails } from "./mail.ts";
import { sessions } from "./people.ts";

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
    /** When the server's own list of mails was last laid beside ours; null: never yet. */
    comparedAt: instant("compared_at"),
    /** A person wants it done now. */
    compareWantedAt: instant("compare_wanted_at"),
    /** As of `comparedAt`: how many the server has that are the desk's to take, and how many of them we had not. */
    serverMails: integer("server_mails").notNull().default(0),
    missingMails: integer("missing_mails").notNull().default(0),
    /** Taken after a comparison had found them missing, ever. */
    backfilledMails: integer("backfilled_mails").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.mailboxId, t.folder] })],
);

/** Which mail of a server is which row of the ledger. What is there and in no row here is a gap. */
export const imapMails = pgTable(
  "imap_mails",
  {
    mailboxId: uuid("mailbox_id")
      .notNull()
      .references(() => mailboxes.id, { onDelete: "cascade" }),
    folder: text("folder").notNull(),
    uidValidity: bigint("uid_validity", { mode: "number" }).notNull(),
    uid: bigint("uid", { mode: "number" }).notNull(),
    // A row of the ledger that is gone would be a gap, and come back.
    inboundEmailId: uuid("inbound_email_id")
      .notNull()
      .references(() => inboundEmails.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.mailboxId, t.folder, t.uidValidity, t.uid] }),
    // Deleting from the ledger looks here.
    index("imap_mails_of_inbound_email").on(t.inboundEmailId),
  ],
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
    /** It was passed over and found by a comparison, rather than failed when it came. */
    wasMissing: boolean("was_missing").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.mailboxId, t.folder, t.uidValidity, t.uid] })],
);

/**
 * A mailbox's sign-in at its provider (RFC 6749 §4.1 with RFC 7636): begun on screen, come back to us by the browser,
 * finished by a worker, which alone talks to the provider.
 */
export const oauthConsents = pgTable(
  "oauth_consents",
  {
    id: id(),
    mailboxId: uuid("mailbox_id")
      .notNull()
      .references(() => mailboxes.id, { onDelete: "cascade" }),
    // Nobody else, and no other session of theirs, can bring the answer back.
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    /** SHA-256 of the `state`, hex. */
    stateHash: text("state_hash").notNull(),
    state: text("state", { enum: ["asked", "returned", "granted", "refused"] })
      .notNull()
      .default("asked"),
    /** The code verifier, and later the code beside it: sealed, and gone at the end. */
    sealed: text("sealed"),
    error: text("error"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    uniqueIndex("oauth_consents_state").on(t.stateHash),
    index("oauth_consents_newest").on(t.mailboxId, t.createdAt),
    oneOf("oauth_consents_state_known", t.state, ["asked", "returned", "granted", "refused"]),
    atMost("oauth_consents_error_length", t.error, 500),
  ],
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
    index("connection_tests_newest").on(t.mailboxId, t.createdAt),
    oneOf("connection_tests_state", t.state, ["pending", "passed", "failed"]),
  ],
);
