import { createHash } from "node:crypto";
import { asc, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  answeredQuestions,
  articles,
  assistantExamples,
  assistantModels,
  categories,
} from "#db/schema/index.ts";
import { answeredUntil, readUnanswered } from "./answered-questions.ts";
import { type KnownArticles, readKnownArticles } from "./known-articles.ts";

type Marks = Record<"categories" | "articles" | "examples" | "classifier", string>;

/** What the assistant knows of this desk: categories, published articles, and what people have corrected. */
export type DeskKnowledge = Awaited<ReturnType<typeof readKnowledge>>;

/**
 * `before`: what was known a while ago. Of that, what has not changed since is taken over as it is, the very same object,
 * so that whoever made something of it need not make it anew.
 */
export async function readKnowledge(db: Db, publicUrl: string, before?: KnownBefore) {
  const marks = await readMarks(db);
  const same = (part: keyof Marks) => before?.marks[part] === marks[part];
  const known = before && same("categories") ? before.categories : await readCategories(db);
  const shelf = before && same("articles") ? before : await readKnownArticles(db, publicUrl);
  const examples =
    before && same("examples") && same("categories") ? before.examples : await readExamples(db, known);
  return {
    categories: known,
    articles: shelf.articles,
    findArticles: shelf.findArticles,
    unanswered: before && same("articles") ? before.unanswered : await readUnanswered(db),
    examples,
    marks,
    version: versionOf(marks),
  };
}

type KnownBefore = KnownArticles & {
  categories: Awaited<ReturnType<typeof readCategories>>;
  examples: Awaited<ReturnType<typeof readExamples>>;
  unanswered: string[];
  marks: Marks;
};

async function readCategories(db: Db) {
  const rows = await db
    .select()
    .from(categories)
    .where(eq(categories.active, true))
    .orderBy(asc(categories.position));
  return rows.map(({ id, key, name, description, examples, topics }) => ({
    id,
    key,
    name,
    description,
    examples,
    concepts: topics,
  }));
}

async function readExamples(db: Db, known: readonly { id: string; key: string }[]) {
  const idOfKey = new Map(known.map((category) => [category.key, category.id]));
  const learnt = await db
    .select()
    .from(assistantExamples)
    .orderBy(desc(assistantExamples.createdAt), desc(assistantExamples.id))
    .limit(10_000);
  return learnt.toReversed().flatMap(({ id, text, categoryKey }) => {
    const categoryId = idOfKey.get(categoryKey);
    return categoryId ? [{ id, text, categoryId }] : [];
  });
}

/** Changes whenever a category, an article, an example or the classifier in use does; cheap enough to ask often. */
export async function knowledgeVersion(db: Db): Promise<string> {
  return versionOf(await readMarks(db));
}

async function readMarks(db: Db): Promise<Marks> {
  const {
    rows: [marks],
  } = await db.execute<Marks>(sql`
    select
      coalesce((select md5(string_agg(c::text, '|' order by c.id)) from ${categories} c), '') as categories,
      concat((select md5(string_agg(concat(a.id, a.version, a.published_at, a.may_auto_answer, a.category_id), '|'
                order by a.id)) from ${articles} a),
             (select max(q.at) from ${answeredQuestions} q where q.at < ${answeredUntil})) as articles,
      (select concat(count(*), max(e.created_at)) from ${assistantExamples} e) as examples,
      coalesce((select m.id::text from ${assistantModels} m where m.in_use), '') as classifier`);
  return marks!;
}

function versionOf(marks: Marks): string {
  return createHash("sha256").update(Object.values(marks).join("|")).digest("hex").slice(0, 16);
}
