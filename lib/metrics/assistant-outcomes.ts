import { type SQL, sql } from "drizzle-orm";
import type { CountedTickets } from "./count-tickets.ts";
import { at, event, type MetricScope } from "./metric-scope.ts";

/** What became of the assistant's answers, each with its own denominator. */
export const outcomeStages = [
  "answered",
  "closed",
  "confirmed",
  "assumed",
  "durable",
  "reopened",
  "handedOff",
] as const;
export type OutcomeStage = (typeof outcomeStages)[number];

const durableDays = 7;

/** Answered in the stretch for the first time. */
const answered = ({ from, to }: MetricScope): SQL =>
  sql`t.first_assistant_reply_at >= ${at(from)} and t.first_assistant_reply_at < ${at(to)}`;

const after = sql`e.at > t.first_assistant_reply_at`;
const cameBack = event("message.received", sql`${after} and e.data->>'auto' is null`);
const isClosed = sql`t.status in ('solved', 'closed') and t.first_person_reply_at is null`;

export const assistantOutcomes: Record<OutcomeStage, CountedTickets> = {
  answered: {
    counted: answered,
    outOf: ({ from, to }) => sql`t.created_at >= ${at(from)} and t.created_at < ${at(to)}`,
  },
  /** Solved or closed, and no person has replied. */
  closed: { counted: () => isClosed, outOf: answered },
  /** The customer said that it helped. */
  confirmed: { counted: () => event("customer.confirmed", sql`e.data->>'helped' = 'true'`), outOf: answered },
  /** Silence until it closed by itself. */
  assumed: {
    counted: () => event("ticket.status_changed", sql`${after} and e.data->>'why' = 'silence'`),
    outOf: answered,
  },
  /** Neither reopened nor followed by a ticket of the same customer on the same category, for seven days. */
  durable: {
    counted: () => sql`${isClosed} and not ${cameBack} and not exists (
      select 1 from tickets n where n.customer_id = t.customer_id and n.id <> t.id
        and n.category_id is not distinct from t.category_id and n.created_at > t.created_at
        and n.created_at < t.first_assistant_reply_at + make_interval(days => ${durableDays}))`,
    outOf: (scope) => sql`${answered(scope)}
      and t.first_assistant_reply_at < ${at(new Date(scope.now.getTime() - durableDays * 86_400_000))}`,
  },
  /** The customer wrote again. */
  reopened: { counted: () => cameBack, outOf: answered },
  /** Passed to people after its answer. */
  handedOff: { counted: () => event("assistant.handed_off", after), outOf: answered },
};
