import { date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { mailboxAlarms } from "../../lib/domain/mailboxes/connection.ts";
import { type MailedNotice, noticeKinds } from "../../lib/domain/notices/notice.ts";
import { clockKinds } from "../../lib/domain/sla/policy.ts";
import { createdAt, id, instant } from "./columns.ts";
import { mailboxes } from "./desk.ts";
import { agents } from "./people.ts";
import { tickets } from "./tickets.ts";

/** What somebody at the desk should know without looking: one row a person and cause. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    // Nobody else reads it.
    agentId: uuid("agent_id")
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    // Part of the ticket; null: it is about a mailbox.
    ticketId: uuid("ticket_id").references(() => tickets.id, { onDelete: "cascade" }),
    mailboxId: uuid("mailbox_id").references(() => mailboxes.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: noticeKinds }).notNull(),
    /** What is wrong with the mailbox. */
    alarm: text("alarm", { enum: mailboxAlarms }),
    clock: text("clock", { enum: clockKinds }),
    /** The same cause never tells the same person twice. */
    causeId: text("cause_id").notNull(),
    createdAt: createdAt(),
    readAt: instant("read_at"),
    /** When it is to be told by mail too; null when the person does not want that. */
    mailAt: instant("mail_at"),
    /** When it was put into a mail, or left out of one because it had been read. */
    mailedAt: instant("mailed_at"),
  },
  (t) => [
    uniqueIndex("notices_once").on(t.agentId, t.causeId),
    index("notices_of_agent").on(t.agentId, t.createdAt, t.id),
  ],
);

/** What a person wants to hear by mail, and when. Without a row: nothing. Times are in the person's zone. */
export const noticePreferences = pgTable("notice_preferences", {
  // Nobody else's.
  agentId: uuid("agent_id")
    .primaryKey()
    .references(() => agents.id, { onDelete: "cascade" }),
  mail: text("mail").array().$type<MailedNotice[]>().notNull().default([]),
  /** `09:00`; null sends no digest. */
  digestAt: text("digest_at"),
  /** `22:00` to `07:00`; both or neither. */
  quietFrom: text("quiet_from"),
  quietUntil: text("quiet_until"),
  /** The local day of the last digest, sent or found empty. */
  digestDoneOn: date("digest_done_on", { mode: "string" }),
});
