import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { atMost, instant } from "./columns.ts";
import { articles } from "./desk.ts";
import { tickets } from "./tickets.ts";

/** What solved tickets teach about questions like theirs. Follows from the tickets; `refreshAnsweredQuestions` writes it. */
export const answeredQuestions = pgTable(
  "answered_questions",
  {
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .primaryKey()
      .references(() => tickets.id, { onDelete: "cascade" }),
    question: text("question").notNull(),
    language: text("language").notNull(),
    /** Null: none of the desk's articles answered it. What a deleted article answered teaches nothing any more. */
    articleId: uuid("article_id").references(() => articles.id, { onDelete: "cascade" }),
    at: instant("at").notNull(),
  },
  (t) => [
    index("answered_questions_of_article").on(t.articleId, t.at),
    index("answered_questions_newest").on(t.at),
    atMost("answered_questions_question_length", t.question, 2_000),
  ],
);
