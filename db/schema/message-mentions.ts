import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { agents } from "./people.ts";
import { messages, tickets } from "./tickets.ts";

/** Who was called by name in a note: the list "mentions". */
export const messageMentions = pgTable(
  "message_mentions",
  {
    // Part of the message.
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    // Of the message's ticket, kept so that the list needs no message.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    // Nobody else is called by it.
    agentId: uuid("agent_id")
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    at: instant("at").notNull(),
    seenAt: instant("seen_at"),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.agentId] }),
    index("mentions_of_agent").on(t.agentId, t.ticketId),
    index("mentions_of_ticket").on(t.ticketId),
  ],
);
