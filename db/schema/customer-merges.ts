import { index, jsonb, pgTable, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns.ts";
import { agents, customers } from "./people.ts";

/** Two records of one person, put together; with all that taking it back needs. */
export const customerMerges = pgTable(
  "customer_merges",
  {
    id: id(),
    // Erasing a customer erases what was done with them.
    sourceId: uuid("source_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    targetId: uuid("target_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    agentId: uuid("agent_id").references(() => agents.id, { onDelete: "set null" }),
    moved: jsonb("moved")
      .$type<{
        addressIds: string[];
        ticketIds: string[];
        messageIds: string[];
        orderIds: string[];
        eventIds: string[];
        /** The shop's id, when the record that went had one. */
        externalId: string | null;
      }>()
      .notNull(),
    createdAt: createdAt(),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    index("customer_merges_of_source").on(t.sourceId),
    index("customer_merges_of_target").on(t.targetId),
  ],
);
