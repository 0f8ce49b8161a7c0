import { sql } from "drizzle-orm";
import { excerpt, highlight } from "#lib/domain/search/highlight.ts";
import type { Context } from "#lib/services/context.ts";

/** The newest messages are enough to show why a ticket was found. */
const mostMessages = 10;
const mostCharacters = 4_000;

/** For each ticket whose line does not show the words already: where its messages hold them. */
export async function readExcerpts(
  ctx: Context,
  rows: readonly { id: string; subject: string; preview: string }[],
  words: readonly string[],
): Promise<Map<string, string>> {
  const hidden = rows.filter((row) => ![row.subject, row.preview].some((text) => isIn(text, words)));
  if (hidden.length === 0 || words.length === 0) return new Map();
  const { rows: said } = await ctx.db.execute<{ id: string; body: string }>(sql`
    select t.id, m.body
    from unnest(${sql.param(hidden.map(({ id }) => id))}::uuid[]) t(id)
    cross join lateral (
      select left(body, ${mostCharacters}) as body from messages
      where ticket_id = t.id order by created_at desc limit ${mostMessages}
    ) m`);
  const found = new Map<string, string>();
  for (const { id, body } of said) {
    if (found.has(id)) continue;
    const cut = excerpt(body, words);
    if (cut) found.set(id, cut);
  }
  return found;
}

const isIn = (text: string, words: readonly string[]): boolean =>
  highlight(text, words).some(({ hit }) => hit);
