import { sql } from "drizzle-orm";
import { doublePrecision, index, pgTable, real, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { atMost, createdAt, id, instant } from "./columns.ts";
import { agents } from "./people.ts";
import { messages, tickets } from "./tickets.ts";

/** Both texts of everything that was translated: what came in, for its reader; what goes out, for the customer. */
export const translations = pgTable(
  "translations",
  {
    id: id(),
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    // Of what came in from the first; of a reply once it is written. A reply that is taken back leaves both texts.
    messageId: uuid("message_id").references(() => messages.id, { onDelete: "set null" }),
    direction: text("direction", { enum: ["in", "out"] }).notNull(),
    /** BCP 47. */
    to: text("to_language").notNull(),
    original: text("original").notNull(),
    translated: text("translated"),
    state: text("state", { enum: ["asked", "done", "failed"] })
      .notNull()
      .default("asked"),
    // The words stay when their author leaves.
    requestedBy: uuid("requested_by").references(() => agents.id, { onDelete: "set null" }),
    model: text("model"),
    promptVersion: text("prompt_version"),
    outcome: text("outcome"),
    costUsd: doublePrecision("cost_usd").notNull().default(0),
    latencyMs: real("latency_ms").notNull().default(0),
    createdAt: createdAt(),
    doneAt: instant("done_at"),
  },
  (t) => [
    uniqueIndex("translations_of_message").on(t.messageId, t.to).where(sql`direction = 'in'`),
    index("translations_of_ticket").on(t.ticketId, t.createdAt),
    // The day's spending is summed over them.
    index("translations_newest").on(t.createdAt),
    atMost("translations_original_length", t.original, 20_000),
    atMost("translations_translated_length", t.translated, 60_000),
  ],
);
