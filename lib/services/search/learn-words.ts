import { inArray, sql } from "drizzle-orm";
import { searchWords, ticketSearch } from "#db/schema/index.ts";
import { lettersOf, wordsToLearn } from "#lib/domain/search/letters.ts";
import type { Context } from "../context.ts";
import { transact } from "../transact.ts";
import { readWords } from "./refresh-search.ts";

const batchSize = 200;

/**
 * Adds the words of new tickets to those that a misspelt one is compared with. By a sweep and not with the ticket:
 * two mails with the same new word would wait for each other. Returns how many tickets it read.
 */
export async function learnWords(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  return transact(ctx, async ({ tx }) => {
    const rows = await tx
      .select({ id: ticketSearch.ticketId })
      .from(ticketSearch)
      .where(sql`not ${ticketSearch.isLearned}`)
      .limit(batchSize)
      .for("update", { skipLocked: true });
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    const words = new Set<string>();
    for (const { subject, bodies, names } of await readWords(tx, ids)) {
      for (const text of [subject, ...bodies, ...names])
        for (const word of wordsToLearn(text)) words.add(word);
    }
    const sorted = [...words].sort();
    for (let at = 0; at < sorted.length; at += 5_000) {
      await tx
        .insert(searchWords)
        .values(sorted.slice(at, at + 5_000).map((word) => ({ word, letters: lettersOf(word) })))
        .onConflictDoNothing();
    }
    await tx.update(ticketSearch).set({ isLearned: true }).where(inArray(ticketSearch.ticketId, ids));
    return ids.length;
  });
}
