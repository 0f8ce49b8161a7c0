import { sql } from "drizzle-orm";
import { boolean, customType, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { articles } from "./desk.ts";
import { tickets } from "./tickets.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What a ticket is found by: terms that the domain made of its words, in one row, so that one index answers for
 * subject, messages, people, files and tags alike. A cache; `refreshSearch` writes it.
 */
export const ticketSearch = pgTable(
  "ticket_search",
  {
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .primaryKey()
      .references(() => tickets.id, { onDelete: "cascade" }),
    terms: tsvector("terms").notNull(),
    /** The ticket's last message: what is found is walked from the newest. */
    at: instant("at").notNull(),
    /** Whether its words are in `search_words` yet. */
    isLearned: boolean("is_learned").notNull().default(false),
  },
  (t) => [
    // Every search reads what waits to be put into the index, so not much of it may wait.
    index("ticket_search_terms").using("gin", t.terms).with({ gin_pending_list_limit: 512 }),
    // A common word: the newest are walked until a page is full.
    index("ticket_search_newest").on(t.at, t.ticketId),
    // The sweep that learns new words.
    index("ticket_search_unlearned").on(t.ticketId).where(sql`not is_learned`),
  ],
);

/** Every word that tickets have used: what a misspelt one is compared with. */
export const searchWords = pgTable(
  "search_words",
  {
    word: text("word").primaryKey(),
    /** The word by its letters: Hangul taken apart, so that one wrong vowel is one wrong letter. */
    letters: text("letters").notNull(),
  },
  (t) => [index("search_words_alike").using("gin", t.letters.op("gin_trgm_ops"))],
);

/** What a published article is found by, where there are too many to hold in memory. A cache; `fillArticleSearch` writes it. */
export const articleSearch = pgTable(
  "article_search",
  {
    // Part of the article.
    articleId: uuid("article_id")
      .primaryKey()
      .references(() => articles.id, { onDelete: "cascade" }),
    /** The version of the article that the terms are from. */
    version: integer("version").notNull(),
    terms: tsvector("terms").notNull(),
  },
  // The candidates for a question, term by term.
  (t) => [index("article_search_terms").using("gin", t.terms)],
);
