import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { articles, categories } from "#db/schema/index.ts";
import { bestParagraph, rankArticles } from "#lib/domain/search/rank-articles.ts";
import { preview } from "#lib/domain/text/clean.ts";
import type { Context } from "#lib/services/context.ts";

export type Lang = "en" | "ko";
export type ArticleLine = { slug: string; title: string };
export type HelpCentre = { key: string; name: string | null; articles: ArticleLine[] }[];

/** Everything published, by category in the desk's order; an article that lacks the language shows the other. */
export async function readHelpCentre(ctx: Context, lang: Lang): Promise<HelpCentre> {
  const rows = await ctx.db
    .select({
      slug: articles.slug,
      lang: articles.lang,
      title: articles.title,
      key: categories.key,
      name: categories.name,
    })
    .from(articles)
    .leftJoin(categories, eq(categories.id, articles.categoryId))
    .where(isNotNull(articles.publishedAt))
    .orderBy(asc(categories.position), asc(articles.createdAt), asc(articles.slug));
  const shown = inLanguage(rows, lang);
  const groups = Map.groupBy(shown, ({ key }) => key ?? "");
  return [...groups].map(([key, list]) => ({
    key,
    name: list[0]?.name?.[lang] ?? null,
    articles: list.map(({ slug, title }) => ({ slug, title })),
  }));
}

export type ArticlePage = {
  slug: string;
  lang: Lang;
  title: string;
  body: string;
  updatedAt: Date;
  categoryName: string | null;
  related: ArticleLine[];
};

/** One published article, in the reader's language or, if it lacks that, in the other. */
export async function readArticle(ctx: Context, slug: string, lang: Lang): Promise<ArticlePage | null> {
  const rows = await ctx.db
    .select({ article: articles, name: categories.name })
    .from(articles)
    .leftJoin(categories, eq(categories.id, articles.categoryId))
    .where(and(eq(articles.slug, slug), isNotNull(articles.publishedAt)));
  const row = rows.find(({ article }) => article.lang === lang) ?? rows[0];
  if (!row) return null;
  const { article } = row;
  const related = article.categoryId
    ? await ctx.db
        .select({ slug: articles.slug, title: articles.title })
        .from(articles)
        .where(
          and(
            eq(articles.categoryId, article.categoryId),
            eq(articles.lang, article.lang),
            ne(articles.slug, slug),
            isNotNull(articles.publishedAt),
          ),
        )
        .orderBy(asc(articles.createdAt))
        .limit(4)
    : [];
  const { title, body, updatedAt } = article;
  return {
    slug,
    lang: article.lang,
    title,
    body,
    updatedAt,
    categoryName: row.name?.[lang] ?? null,
    related,
  };
}

export type FoundArticle = ArticleLine & { lang: Lang; excerpt: string; coverage: number };

/** The published articles that fit a question, best first, with the paragraph that fits. */
export async function searchArticles(
  ctx: Context,
  { question, lang, limit }: { question: string; lang: Lang; limit: number },
): Promise<FoundArticle[]> {
  if (question.trim() === "") return [];
  const rows = await ctx.db
    .select({ slug: articles.slug, lang: articles.lang, title: articles.title, body: articles.body })
    .from(articles)
    .where(isNotNull(articles.publishedAt));
  const own = rankArticles(inLanguage(rows, lang), question);
  const other = rankArticles(inLanguage(rows, lang === "en" ? "ko" : "en"), question);
  // People ask in the language they think in, whatever the page is set to.
  const found = (other[0]?.coverage ?? 0) > (own[0]?.coverage ?? 0) ? other : own;
  return found.slice(0, limit).map(({ article, coverage }) => ({
    slug: article.slug,
    lang: article.lang,
    title: article.title,
    excerpt: preview(bestParagraph(article.body, question), 600),
    coverage,
  }));
}

function inLanguage<Row extends { slug: string; lang: Lang }>(rows: readonly Row[], lang: Lang): Row[] {
  const own = new Set(rows.filter((row) => row.lang === lang).map(({ slug }) => slug));
  return rows.filter((row) => row.lang === lang || !own.has(row.slug));
}
