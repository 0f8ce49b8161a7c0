import { desc, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { translations } from "#db/schema/index.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import type { Context } from "#lib/services/context.ts";

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

const translationsOf = prepared("ticket_translations", (db) =>
  db
    .select()
    .from(translations)
    .where(eq(translations.ticketId, sql.placeholder("ticketId")))
    .orderBy(desc(translations.createdAt), desc(translations.id))
    .limit(200),
);

/** Newest first. */
export async function readTranslations(ctx: Context, ticketId: string): Promise<TranslationView[]> {
  ctx.must("ticket.read");
  const rows = await translationsOf(ctx.db).execute({ ticketId });
  return rows.map(({ id, messageId, direction, to, state, original, translated, requestedBy }) => ({
    id,
    messageId,
    direction,
    to,
    state,
    original,
    translated,
    mine: requestedBy !== null && requestedBy === actorId(ctx.actor),
  }));
}
