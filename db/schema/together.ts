import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns.ts";
import { agents } from "./people.ts";
import { tickets } from "./tickets.ts";

/**
 * Who has a ticket open just now, by window. The table is UNLOGGED (see its migration): it is gone after a crash of
 * the database, as it should be, and costs no write-ahead log.
 */
export const ticketPresence = pgTable(
  "ticket_presence",
  {
    // Nobody looks at what is gone.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    agentId: uuid("agent_id")
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    /** One window of a browser. */
    tab: text("tab").notNull(),
    doing: text("doing", { enum: ["viewing", "typing"] }).notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.agentId, t.tab] }), index("presence_seen").on(t.seenAt)],
);

/** Colleagues who hear of a ticket that is not theirs. */
export const ticketFollowers = pgTable(
  "ticket_followers",
  {
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    // Nobody else's.
    agentId: uuid("agent_id")
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.ticketId, t.agentId] }), index("followed_by_agent").on(t.agentId)],
);
