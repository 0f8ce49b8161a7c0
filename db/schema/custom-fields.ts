import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { type FieldChoice, fieldKinds } from "../../lib/domain/tickets/custom-fields.ts";
import { atMost, type BothLanguages, createdAt, id, instant, oneOf } from "./columns.ts";
import { tickets } from "./tickets.ts";

/** What this desk asks about its tickets beside what every ticket has. */
export const ticketFields = pgTable(
  "ticket_fields",
  {
    id: id(),
    key: text("key").notNull().unique(),
    name: jsonb("name").$type<BothLanguages>().notNull(),
    /** Never changed: values of another kind would mean nothing. */
    kind: text("kind", { enum: fieldKinds }).notNull(),
    choices: jsonb("choices").$type<FieldChoice[]>().notNull().default([]),
    requiredOnSolve: boolean("required_on_solve").notNull().default(false),
    position: integer("position").notNull().default(0),
    /** A retired field keeps its values and is asked no more. */
    active: boolean("active").notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [atMost("ticket_fields_key_length", t.key, 64), oneOf("ticket_fields_kind", t.kind, fieldKinds)],
);

/** One row a filled field, in the column of its kind; a choice's key is text. */
export const ticketFieldValues = pgTable(
  "ticket_field_values",
  {
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    // A deleted field takes its values along; retiring keeps them.
    fieldId: uuid("field_id")
      .notNull()
      .references(() => ticketFields.id, { onDelete: "cascade" }),
    text: text("text"),
    number: doublePrecision("number"),
    date: date("date", { mode: "string" }),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ticketId, t.fieldId] }),
    // Lists filtered by a field: equal, or between two.
    index("field_values_text").on(t.fieldId, t.text, t.ticketId),
    index("field_values_number").on(t.fieldId, t.number, t.ticketId),
    index("field_values_date").on(t.fieldId, t.date, t.ticketId),
    atMost("ticket_field_values_text_length", t.text, 1000),
  ],
);
