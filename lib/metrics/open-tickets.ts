import { sql } from "drizzle-orm";
import type { CountedTickets } from "./count-tickets.ts";
import { at } from "./metric-scope.ts";

/** Unsolved at the end of the stretch, out of all that were unsolved at some time in it. */
export const openTickets: CountedTickets = {
  counted: ({ to }) => sql`(t.solved_at is null or t.solved_at >= ${at(to)})`,
  outOf: ({ from, to }) =>
    sql`t.created_at < ${at(to)} and (t.solved_at is null or t.solved_at >= ${at(from)})`,
};
