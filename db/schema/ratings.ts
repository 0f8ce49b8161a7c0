import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { answerers, mostComment, scores } from "../../lib/domain/ratings/rating.ts";
import { atMost, createdAt, id, instant, oneOf } from "./columns.ts";
import { agents } from "./people.ts";
import { tickets } from "./tickets.ts";

/** How a customer found it, once for each time that a ticket was solved: asked, rated, or both. */
export const ratings = pgTable(
  "ratings",
  {
    id: id(),
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    /** Which solving it is about: `tickets.solved_at` as it stood. */
    solvedAt: instant("solved_at").notNull(),
    /** Who gave the last answer before that; null until it is asked or rated. */
    answeredBy: text("answered_by", { enum: answerers }),
    // The figure stays when the person leaves.
    agentId: uuid("agent_id").references(() => agents.id, { onDelete: "set null" }),
    /** When the mail that asks is due; null when none is. */
    askAt: instant("ask_at"),
    /** When the mail that asks was written. */
    askedAt: instant("asked_at"),
    /** Why no mail went out, a word of the domain. */
    notAsked: text("not_asked"),
    score: text("score", { enum: scores }),
    comment: text("comment").notNull().default(""),
    ratedAt: instant("rated_at"),
    createdAt: createdAt(),
  },
  (t) => [
    // One a solving; also: what a ticket was rated.
    uniqueIndex("ratings_of_solving").on(t.ticketId, t.solvedAt),
    // The sweep that asks.
    index("ratings_due").on(t.askAt).where(sql`ask_at is not null`),
    // The dashboard: asked and rated in a stretch of time. The list of the API reads the second backwards.
    index("ratings_by_asked").on(t.askedAt).where(sql`asked_at is not null`),
    index("ratings_by_rated").on(t.ratedAt, t.id).where(sql`rated_at is not null`),
    oneOf("ratings_score", t.score, scores),
    oneOf("ratings_answered_by", t.answeredBy, answerers),
    atMost("ratings_comment_length", t.comment, mostComment),
  ],
);
