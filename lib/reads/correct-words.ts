import { sql } from "drizzle-orm";
import { searchWords, ticketSearch } from "#db/schema/index.ts";
import { distance, forgiven, lettersOf } from "#lib/domain/search/letters.ts";
import { searchCondition } from "#lib/domain/search/search-condition.ts";
import { stripKorean } from "#lib/domain/search/strip-korean.ts";
import type { Context } from "#lib/services/context.ts";

const mostCandidates = 40;
/** Between words that are equally near, the more used one is meant; counting further would tell nothing. */
const countedUpTo = 300;

/** The words with those that no ticket holds put right; null when there is nothing to put right. */
export async function correctWords(
  ctx: Context,
  words: readonly string[],
  { typing = false }: { typing?: boolean | undefined },
): Promise<string[] | null> {
  let isChanged = false;
  const corrected: string[] = [];
  for (const [at, word] of words.entries()) {
    const condition = searchCondition([word], { typing: typing && at === words.length - 1 });
    const meant =
      condition === null || (await count(ctx, condition, 1)) > 0 ? null : await nearest(ctx, word);
    if (meant) isChanged = true;
    corrected.push(meant ?? word);
  }
  return isChanged ? corrected : null;
}

async function nearest(ctx: Context, typed: string): Promise<string | null> {
  const word = stripKorean(typed.toLowerCase().normalize("NFKC"));
  const most = forgiven(word);
  if (most === 0 || !/^\p{L}+$/u.test(word)) return null;
  const letters = lettersOf(word);
  const { rows } = await ctx.db.execute<{ word: string; letters: string }>(sql`
    select word, letters from ${searchWords}
    where letters % ${letters} and char_length(letters) between ${letters.length - most} and ${letters.length + most}
    order by similarity(letters, ${letters}) desc limit ${mostCandidates}`);
  const near = rows
    .map((row) => ({ word: row.word, mistakes: distance(letters, row.letters, most) }))
    .filter(({ mistakes }) => mistakes <= most)
    .sort((one, other) => one.mistakes - other.mistakes);
  const best = near.filter(({ mistakes }) => mistakes === near[0]!.mistakes).slice(0, 5);
  if (best.length === 1) return best[0]!.word;
  const counted = await Promise.all(
    best.map(async (one) => {
      const condition = searchCondition([one.word]);
      return { word: one.word, uses: condition ? await count(ctx, condition, countedUpTo) : 0 };
    }),
  );
  return counted.filter(({ uses }) => uses > 0).sort((one, other) => other.uses - one.uses)[0]?.word ?? null;
}

async function count(ctx: Context, condition: string, upTo: number): Promise<number> {
  const { rows } = await ctx.db.execute<{ n: number }>(sql`
    with held as materialized (select from ${ticketSearch} where terms @@ ${condition}::tsquery)
    select count(*)::int as n from (select from held limit ${upTo}) counted`);
  return rows[0]?.n ?? 0;
}
