import { index, jsonb, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { ListColumn, ListFilter } from "../../lib/domain/lists/list-filter.ts";
import { atMost, createdAt, id, instant } from "./columns.ts";
import { agents } from "./people.ts";

/** A list under a name: its filter, sort and columns. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: id(),
    /** Whose it is; null when everybody sees it. */
    // A personal view goes with its person.
    agentId: uuid("agent_id").references(() => agents.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    filter: jsonb("filter").$type<ListFilter>().notNull(),
    columns: text("columns").array().$type<ListColumn[]>().notNull(),
    position: smallint("position").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [index("views_of_agent").on(t.agentId, t.position), atMost("saved_views_name_length", t.name, 80)],
);
