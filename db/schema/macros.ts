import { sql } from "drizzle-orm";
import { boolean, integer, jsonb, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { MacroActions } from "../../lib/domain/macros/macro.ts";
import { type BothLanguages, createdAt, id, instant } from "./columns.ts";
import { agents } from "./people.ts";

/** Words and changes that an agent applies by hand. */
export const macros = pgTable(
  "macros",
  {
    id: id(),
    name: jsonb("name").$type<BothLanguages>().notNull(),
    /** With placeholders; empty when it only changes things. */
    body: jsonb("body").$type<BothLanguages>().notNull().default({ en: "", ko: "" }),
    actions: jsonb("actions").$type<MacroActions>().notNull().default({}),
    position: integer("position").notNull().default(0),
    active: boolean("active").notNull().default(true),
    // A macro outlives who wrote it.
    createdBy: uuid("created_by").references(() => agents.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [uniqueIndex("macros_name").on(sql`lower(${t.name} ->> 'en')`)],
);
