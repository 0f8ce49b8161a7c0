import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { BulkChange, TicketBefore } from "../../lib/domain/lists/bulk-change.ts";
import type { ListFilter } from "../../lib/domain/lists/list-filter.ts";
import { createdAt, id, instant, oneOf } from "./columns.ts";
import { agents } from "./people.ts";
import { tickets } from "./tickets.ts";

export const bulkStates = ["running", "done", "undoing", "undone"] as const;

/** One change to many tickets: a person asked for it, a job does it page by page. */
export const bulkChanges = pgTable(
  "bulk_changes",
  {
    id: id(),
    // Whose deed each of its changes is.
    agentId: uuid("agent_id")
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    change: jsonb("change").$type<BulkChange>().notNull(),
    /** The list whose every ticket is meant; null when they were picked one by one. */
    filter: jsonb("filter").$type<ListFilter>(),
    state: text("state", { enum: bulkStates }).notNull().default("running"),
    total: integer("total").notNull(),
    createdAt: createdAt(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    index("bulk_changes_of_agent").on(t.agentId, t.createdAt),
    oneOf("bulk_changes_state", t.state, bulkStates),
  ],
);

export const bulkOutcomes = ["waiting", "changed", "unchanged", "refused", "undone", "kept"] as const;

/** What became of each ticket, and how it was before: undoing needs no guess. */
export const bulkChangeTickets = pgTable(
  "bulk_change_tickets",
  {
    // Part of the change.
    bulkChangeId: uuid("bulk_change_id")
      .notNull()
      .references(() => bulkChanges.id, { onDelete: "cascade" }),
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    outcome: text("outcome", { enum: bulkOutcomes }).notNull().default("waiting"),
    before: jsonb("before").$type<TicketBefore>(),
    /** The ticket's version after the change: a later one means that somebody went on from there. */
    versionAfter: integer("version_after"),
    error: text("error"),
  },
  (t) => [
    primaryKey({ columns: [t.bulkChangeId, t.ticketId] }),
    // The next page of the job.
    index("bulk_change_waiting").on(t.bulkChangeId, t.ticketId).where(sql`outcome = 'waiting'`),
    index("bulk_changes_of_ticket").on(t.ticketId),
    oneOf("bulk_change_tickets_outcome", t.outcome, bulkOutcomes),
  ],
);
