import { createHash } from "node:crypto";
import { asc, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { articles, assistantExamples, assistantModels, categories } from "#db/schema/index.ts";
import { readKnownArticles } from "./known-articles.ts";

/** What the assistant knows of this desk: categories, published articles, and what people have corrected. */
export async function readKnowledge(db: Db, publicUrl: string) {
  const known = await db
    .select()
    .from(categories)
    .where(eq(categories.active, true))
    .orderBy(asc(categories.position));
  const learnt = await db
    .select()
    .from(assistantExamples)
    .orderBy(desc(assistantExamples.createdAt), desc(assistantExamples.id))
    .limit(10_000);
  const idOfKey = new Map(known.map((category) => [category.key, category.id]));
  return {
    categories: known.map(({ id, key, name, description, examples, topics }) => ({
      id,
      key,
      name,
      description,
      examples,
      concepts: topics,
    })),
    ...(await readKnownArticles(db, publicUrl)),
    examples: learnt.toReversed().flatMap(({ id, text, categoryKey }) => {
      const categoryId = idOfKey.get(categoryKey);
      return categoryId ? [{ id, text, categoryId }] : [];
    }),
    version: await knowledgeVersion(db),
  };
}

/** Changes whenever a category, an article, an example or the classifier in use does; cheap enough to ask often. */
export async function knowledgeVersion(db: Db): Promise<string> {
  const {
    rows: [row],
  } = await db.execute<{ mark: string }>(sql`
    select concat_ws('|',
      (select md5(string_agg(c::text, '|' order by c.id)) from ${categories} c),
      (select md5(string_agg(concat(a.id, a.version, a.published_at, a.may_auto_answer, a.category_id), '|' order by a.id))
       from ${articles} a),
      (select concat(count(*), max(e.created_at)) from ${assistantExamples} e),
      (select m.id from ${assistantModels} m where m.in_use)) as mark`);
  return createHash("sha256")
    .update(row?.mark ?? "")
    .digest("hex")
    .slice(0, 16);
}
