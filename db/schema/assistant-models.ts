import { sql } from "drizzle-orm";
import { boolean, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { AnswerCalibrator } from "../../lib/domain/answers/answer-calibrator.ts";
import type { ModelMetrics } from "../../lib/domain/triage/model-versions.ts";
import { atMost, bytea, id, instant } from "./columns.ts";
import { agents } from "./people.ts";

/** What the classifier has learnt, version by version. The newest few are kept, and the one in use. */
export const assistantModels = pgTable(
  "assistant_models",
  {
    id: id(),
    version: integer("version").notNull().unique(),
    /** What it was learnt from: the same categories and examples give the same bytes, and are not learnt twice. */
    learntFrom: text("learnt_from").notNull().unique(),
    bytes: bytea("bytes").notNull(),
    /** The ids of the categories it tells apart. */
    labels: text("labels").array().notNull(),
    /** When to answer and when to keep quiet, as the desk's own questions taught it. */
    calibrator: jsonb("calibrator").$type<AnswerCalibrator>(),
    metrics: jsonb("metrics").$type<ModelMetrics>().notNull(),
    inUse: boolean("in_use").notNull().default(false),
    /** When a person chose it; newer versions then wait. */
    chosenAt: instant("chosen_at"),
    // The choice stays without the person.
    chosenBy: uuid("chosen_by").references(() => agents.id, { onDelete: "set null" }),
    trainedAt: instant("trained_at").notNull(),
  },
  (t) => [
    // At most one sorts the desk's tickets.
    uniqueIndex("assistant_models_in_use").on(t.inUse).where(sql`in_use`),
    atMost("assistant_models_learnt_from_length", t.learntFrom, 100),
  ],
);
