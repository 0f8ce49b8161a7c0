import { and, asc, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { articleSearch, articles } from "#db/schema/index.ts";
import { heldArticles, termsOfArticle } from "#lib/domain/search/article-terms.ts";
import type { Context } from "../context.ts";
import { transact } from "../transact.ts";

/** So many at a time: others wait for the event loop while their terms are made. */
const batchSize = 25;

/**
 * Makes published articles findable by their terms where there are more than an assistant holds in memory: those that are
 * not yet, and those with new words. Returns how many it wrote; a second run finds nothing to do.
 */
export async function fillArticleSearch(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  const published = await ctx.db.$count(articles, isNotNull(articles.publishedAt));
  if (published <= heldArticles) return 0;
  let written = 0;
  for (let after: string | undefined; ; ) {
    const batch = await fillBatch(ctx, after);
    written += batch.length;
    if (batch.length < batchSize) return written;
    after = batch.at(-1);
  }
}

/** The ids it wrote, in order. */
function fillBatch(ctx: Context, after?: string): Promise<string[]> {
  return transact(ctx, async ({ tx }) => {
    const stale = await tx
      .select({ id: articles.id, version: articles.version, title: articles.title, body: articles.body })
      .from(articles)
      .leftJoin(articleSearch, eq(articleSearch.articleId, articles.id))
      .where(
        and(
          isNotNull(articles.publishedAt),
          after ? gt(articles.id, after) : undefined,
          or(isNull(articleSearch.articleId), sql`${articleSearch.version} < ${articles.version}`),
        ),
      )
      .orderBy(asc(articles.id))
      .limit(batchSize);
    if (stale.length === 0) return [];
    await tx
      .insert(articleSearch)
      .values(
        stale.map(({ id, version, ...article }) => ({
          articleId: id,
          version,
          terms: sql`array_to_tsvector(${sql.param(termsOfArticle(article))}::text[])`,
        })),
      )
      .onConflictDoUpdate({
        target: articleSearch.articleId,
        set: { version: sql`excluded.version`, terms: sql`excluded.terms` },
        setWhere: sql`${articleSearch.version} < excluded.version`,
      });
    return stale.map(({ id }) => id);
  });
}
