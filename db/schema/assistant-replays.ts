import { doublePrecision, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns.ts";
import { agents } from "./people.ts";
import { messages, tickets } from "./tickets.ts";

/** One replayed step of the assistant, for comparing; nothing of it is ever applied. */
export type ReplayedStep = {
  step: "triage" | "draft" | "check" | "decide";
  model: string;
  promptVersion: string;
  outcome: string;
  inputHash: string;
  output: Record<string, unknown>;
  costUsd: number;
  latencyMs: number;
};

export const assistantReplays = pgTable(
  "assistant_replays",
  {
    id: id(),
    // Part of the ticket.
    ticketId: uuid("ticket_id")
      .notNull()
      .references(() => tickets.id, { onDelete: "cascade" }),
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    /** The built-in assistant alone, or the model that is configured. */
    by: text("by", { enum: ["builtin", "configured"] }).notNull(),
    state: text("state", { enum: ["asked", "done", "failed"] })
      .notNull()
      .default("asked"),
    costUsd: doublePrecision("cost_usd").notNull().default(0),
    steps: jsonb("steps").$type<ReplayedStep[]>().notNull().default([]),
    // The comparison stays when its author leaves.
    requestedBy: uuid("requested_by").references(() => agents.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    doneAt: instant("done_at"),
  },
  (t) => [
    index("assistant_replays_of_ticket").on(t.ticketId, t.createdAt),
    // The day's spending is summed over them.
    index("assistant_replays_newest").on(t.createdAt),
  ],
);
