import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { incidentOutcomes, linkKinds } from "../../lib/domain/tickets/links.ts";
import { atMost, createdAt, id, instant, oneOf } from "./columns.ts";
import { agents } from "./people.ts";
import { messages, tickets } from "./tickets.ts";

/** `relates` has no direction and is kept once; `incident_of` leads from the incident to its problem. */
export const ticketLinks = pgTable(
  "ticket_links",
  {
    id: id(),
    kind: text("kind", { enum: linkKinds }).notNull(),
    // A link without one of its ends says nothing.
    fromId: uuid("from_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    toId: uuid("to_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("ticket_links_once").on(t.kind, t.fromId, t.toId),
    // An incident has one problem.
    uniqueIndex("ticket_links_one_problem").on(t.fromId).where(sql`kind = 'incident_of'`),
    index("ticket_links_to").on(t.toId, t.kind),
    check("ticket_links_two_ends", sql`from_id <> to_id`),
    oneOf("ticket_links_kind", t.kind, linkKinds),
  ],
);

/** One answer to all incidents of a problem, or their solving: a job works through its rows in pages. */
export const incidentAnswers = pgTable(
  "incident_answers",
  {
    id: id(),
    // Part of the problem.
    problemId: uuid("problem_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    // The answers stay when their author leaves.
    agentId: uuid("agent_id").references(() => agents.id, { onDelete: "set null" }),
    /** Null solves without a word. */
    body: text("body"),
    status: text("status", { enum: ["open", "pending", "on_hold", "solved"] }).notNull(),
    total: integer("total").notNull(),
    createdAt: createdAt(),
    /** When a page of it was last done, or somebody asked for it again. */
    movedAt: instant("moved_at").notNull().default(sql`now()`),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    index("incident_answers_of_problem").on(t.problemId, t.createdAt),
    atMost("incident_answers_body_length", t.body, 100_000),
  ],
);

export const incidentAnswerTickets = pgTable(
  "incident_answer_tickets",
  {
    // Part of the answer.
    answerId: uuid("answer_id")
      .notNull()
      .references(() => incidentAnswers.id, { onDelete: "cascade" }),
    // An erased ticket is answered no more.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    outcome: text("outcome", { enum: incidentOutcomes }).notNull().default("waiting"),
    // What was sent is told by the message while it exists.
    messageId: uuid("message_id").references(() => messages.id, { onDelete: "set null" }),
  },
  (t) => [
    primaryKey({ columns: [t.answerId, t.ticketId] }),
    index("incident_answer_tickets_waiting").on(t.answerId, t.ticketId).where(sql`outcome = 'waiting'`),
    oneOf("incident_answer_tickets_outcome", t.outcome, incidentOutcomes),
  ],
);
