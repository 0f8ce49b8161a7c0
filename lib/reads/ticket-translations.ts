import { sql } from "drizzle-orm";
import { tickets } from "#db/schema/index.ts";
import { type Actor, actorId } from "#lib/domain/people/actor.ts";

/** Both texts of what was translated on a ticket. */
export interface TranslationView {
  id: string;
  /** Null: a reply that is not written yet. */
  messageId: string | null;
  direction: "in" | "out";
  to: string;
  state: "asked" | "done" | "failed";
  original: string;
  translated: string | null;
  /** Asked for by the reader. */
  mine: boolean;
}

type Row = Omit<TranslationView, "mine"> & { requestedBy: string | null };

/** Of each ticket of a query, newest first. */
export const translationsColumn = sql<Row[]>`array(
  select jsonb_build_object('id', r.id, 'messageId', r.message_id, 'direction', r.direction, 'to', r.to_language,
    'state', r.state, 'original', r.original, 'translated', r.translated, 'requestedBy', r.requested_by)
  from translations r where r.ticket_id = ${tickets.id}
  order by r.created_at desc, r.id desc limit 200)`;

export function translationsFor(actor: Actor, rows: readonly Row[]): TranslationView[] {
  const me = actorId(actor);
  return rows.map(({ requestedBy, ...row }) => ({
    ...row,
    mine: requestedBy !== null && requestedBy === me,
  }));
}
