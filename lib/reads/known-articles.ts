import { asc, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { articleSearch, articles } from "#db/schema/index.ts";
import { candidateTerms, heldArticles } from "#lib/domain/search/article-terms.ts";
import { readSolvedQuestions } from "./answered-questions.ts";

type KnownArticle = Pick<
  typeof articles.$inferSelect,
  "id" | "title" | "body" | "lang" | "categoryId" | "mayAutoAnswer" | "version"
> & { url: string; solved: string[] };

export type KnownArticles = {
  articles: KnownArticle[];
  findArticles?: (question: string, language: string) => Promise<KnownArticle[]>;
};

/** Of a large stock: how many of each language stand for the rest, and how much of each is read. */
const sampled = heldArticles / 2;
const readOfEach = 4_000;
/** What stands in fewer articles of the sample is taken to be rare. */
const commonFrom = 0.01;
const candidates = 50;

/**
 * The published articles: all of them, or, of a stock too large to hold, a sample that says how rare a word is, and a way to find
 * those that share most with a question.
 */
export async function readKnownArticles(db: Db, publicUrl: string): Promise<KnownArticles> {
  const published = await db.$count(articles, isNotNull(articles.publishedAt));
  if (published <= heldArticles) {
    return { articles: await readArticles(db, publicUrl, isNotNull(articles.publishedAt)) };
  }
  const sample = sql`(select id from (
    select id, row_number() over (partition by lang order by md5(id::text)) as place
    from ${articles} where published_at is not null) numbered where place <= ${sampled})`;
  const common = await readCommonTerms(db);
  return {
    articles: await readArticles(db, publicUrl, sql`${articles.id} in ${sample}`, readOfEach),
    findArticles: (question, language) =>
      findCandidates(db, publicUrl, { question, language, published, common }),
  };
}

async function readArticles(
  db: Db,
  publicUrl: string,
  which: ReturnType<typeof sql>,
  length?: number,
): Promise<KnownArticle[]> {
  const rows = await db
    .select({
      id: articles.id,
      slug: articles.slug,
      title: articles.title,
      body: length ? sql<string>`left(${articles.body}, ${length})` : articles.body,
      lang: articles.lang,
      categoryId: articles.categoryId,
      mayAutoAnswer: articles.mayAutoAnswer,
      version: articles.version,
    })
    .from(articles)
    .where(which)
    .orderBy(asc(articles.id));
  const solved = await readSolvedQuestions(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ slug, ...row }) => ({
    ...row,
    url: `${publicUrl}/help/articles/${slug}`,
    solved: solved.get(row.id) ?? [],
  }));
}

/** Terms that many articles hold, with their share, from a thousand of them. */
async function readCommonTerms(db: Db): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ word: string; share: number }>(sql`
    select word, ndoc::float8 / ${heldArticles} as share
    from ts_stat(${`select terms from article_search order by md5(article_id::text) limit ${heldArticles}`})
    where ndoc >= ${commonFrom * heldArticles}`);
  return new Map(rows.map(({ word, share }) => [word, share]));
}

async function findCandidates(
  db: Db,
  publicUrl: string,
  asked: { question: string; language: string; published: number; common: ReadonlyMap<string, number> },
): Promise<KnownArticle[]> {
  const terms = candidateTerms(asked.question, asked.published, asked.common);
  if (terms.length === 0) return [];
  const { rows } = await db.execute<{ id: string }>(sql`
    select a.id
    from unnest(${sql.param(terms.map(({ term }) => term))}::text[],
                ${sql.param(terms.map(({ weight }) => weight))}::float8[]) as asked (term, weight)
    join ${articleSearch} s on s.terms @@ quote_literal(asked.term)::tsquery
    join ${articles} a on a.id = s.article_id and a.lang = ${asked.language} and a.published_at is not null
    group by a.id order by sum(asked.weight) desc, a.id limit ${candidates}`);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  return readArticles(db, publicUrl, inArray(articles.id, ids));
}
