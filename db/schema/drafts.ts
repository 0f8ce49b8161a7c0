import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { DraftSentence, SourceRef } from "../../lib/domain/answers/draft.ts";
import type { WordDiff } from "../../lib/domain/answers/word-diff.ts";
import type { RichDocument } from "../../lib/domain/writing/document.ts";
import { atMost, createdAt, id, instant } from "./columns.ts";
import { agents } from "./people.ts";
import { tickets } from "./tickets.ts";

/** What is being written on a ticket, by a person or by the assistant. */
export const drafts = pgTable(
  "drafts",
  {
    id: id(),
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    authorKind: text("author_kind", { enum: ["agent", "assistant"] }).notNull(),
    // A draft of somebody who left helps nobody.
    agentId: uuid("agent_id").references(() => agents.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["reply", "note"] })
      .notNull()
      .default("reply"),
    state: text("state", { enum: ["open", "held", "sent", "discarded", "superseded"] })
      .notNull()
      .default("open"),
    language: text("language").notNull().default("und"),
    body: text("body").notNull(),
    /** The same words with their look; null when they have none. */
    document: jsonb("document").$type<RichDocument>(),
    /** Tokens of the files that are to go with it. */
    files: text("files").array().notNull().default([]),
    /** Who is to get it, as its writer wrote them; null for whom the ticket would answer. */
    recipients: jsonb("recipients").$type<{ to: string; cc: string }>(),
    /** The assistant's draft that it grew from. */
    grewFromId: uuid("grew_from_id"),
    /** +1 on every save: a window that did not see the last one is told. */
    revision: integer("revision").notNull().default(1),
    /** What a person made of the assistant's words before sending them. */
    edits: jsonb("edits").$type<WordDiff>(),
    sentences: jsonb("sentences").$type<DraftSentence[]>(),
    sources: jsonb("sources").$type<SourceRef[]>().notNull().default([]),
    /** The assistant run that wrote it. */
    runId: uuid("run_id"),
    basedOnVersion: integer("based_on_version"),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    // One open draft per agent and kind; the assistant has one open draft a ticket.
    uniqueIndex("drafts_open_of_agent")
      .on(t.ticketId, t.agentId, t.kind)
      .where(sql`state = 'open' and author_kind = 'agent'`),
    uniqueIndex("drafts_open_of_assistant")
      .on(t.ticketId)
      .where(sql`state in ('open', 'held') and author_kind = 'assistant'`),
    atMost("drafts_body_length", t.body, 200_000),
  ],
);
