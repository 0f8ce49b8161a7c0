import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { answeredQuestions, assistantExamples, assistantModels, categories } from "#db/schema/index.ts";
import { worthLearning } from "#lib/domain/triage/model-versions.ts";
import { readAnsweredQuestions } from "./answered-questions.ts";
import { readKnowledge } from "./knowledge.ts";

/** Corrections come in rows: learning waits until this long after the last one, or until this many are new. */
const gatherSeconds = 10;
const enoughAtOnce = 20;

/**
 * What the classifier should learn now; null when it knows everything already, when people are still sorting, or when there is
 * too little to learn from.
 */
export async function readLesson(db: Db, publicUrl: string) {
  const { learntFrom, examples, answered, settled } = await readMark(db);
  if (examples < worthLearning && answered < worthLearning) return null;
  const [known] = await db
    .select({ id: assistantModels.id })
    .from(assistantModels)
    .where(eq(assistantModels.learntFrom, learntFrom));
  if (known) return null;
  const [newest] = await db
    .select({ metrics: assistantModels.metrics })
    .from(assistantModels)
    .orderBy(desc(assistantModels.version))
    .limit(1);
  if (!settled && examples - (newest?.metrics.rows ?? 0) < enoughAtOnce) return null;

  const knowledge = await readKnowledge(db, publicUrl);
  if (knowledge.categories.length === 0) return null;
  const [inUse] = await db
    .select({ bytes: assistantModels.bytes, metrics: assistantModels.metrics })
    .from(assistantModels)
    .where(eq(assistantModels.inUse, true));
  return {
    learntFrom,
    knowledge,
    questions: await readAnsweredQuestions(db),
    before: inUse ? { bytes: inUse.bytes, seen: inUse.metrics.rows } : null,
  };
}

/** Changes whenever there is something else to learn from: sorted tickets, categories, or once a day what was answered. */
async function readMark(
  db: Db,
): Promise<{ learntFrom: string; examples: number; answered: number; settled: boolean }> {
  const { rows } = await db.execute<{
    mark: string;
    examples: number;
    answered: number;
    settled: boolean;
  }>(sql`
    select concat_ws('|', count(*), max(e.id::text),
             (select md5(string_agg(concat_ws('|', c.id, c.name, c.description, c.examples, c.topics), '|' order by c.id))
              from ${categories} c where c.active),
             (select max(q.at) from ${answeredQuestions} q where q.at < date_trunc('day', now()))) as mark,
           count(*)::int as examples,
           (select count(*)::int from (select from ${answeredQuestions} limit ${worthLearning}) a) as answered,
           coalesce(max(e.created_at) < now() - ${`${gatherSeconds} seconds`}::interval, true) as settled
    from ${assistantExamples} e`);
  const { mark = "", examples = 0, answered = 0, settled = true } = rows[0] ?? {};
  return {
    learntFrom: createHash("sha256").update(mark).digest("hex").slice(0, 32),
    examples,
    answered,
    settled,
  };
}
