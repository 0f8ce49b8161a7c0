import { desc, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { answeredQuestions } from "#db/schema/index.ts";

/** What was answered since the last full hour is not known yet: articles are indexed once an hour at most, not with every solved ticket. */
export const answeredUntil = sql`date_trunc('hour', now())`;

const ofEachArticle = 10;
const mostUnanswered = 400;
const mostForLearning = 2_000;

/** The newest past questions that each of these articles answered, newest last. */
export async function readSolvedQuestions(
  db: Db,
  articleIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await db.execute<{ id: string; questions: string[] }>(sql`
    select a.id, array_agg(q.question order by q.at, q.ticket_id) as questions
    from unnest(${sql.param(articleIds)}::uuid[]) as a (id)
    cross join lateral (
      select question, at, ticket_id from ${answeredQuestions}
      where article_id = a.id and at < ${answeredUntil}
      order by at desc, ticket_id limit ${ofEachArticle}) q
    group by a.id`);
  return new Map(rows.map(({ id, questions }) => [id, questions]));
}

/** The newest past questions that no article answered, newest last. */
export async function readUnanswered(db: Db): Promise<string[]> {
  const rows = await db
    .select({ question: answeredQuestions.question })
    .from(answeredQuestions)
    .where(sql`${answeredQuestions.articleId} is null and ${answeredQuestions.at} < ${answeredUntil}`)
    .orderBy(desc(answeredQuestions.at), desc(answeredQuestions.ticketId))
    .limit(mostUnanswered);
  return rows.map(({ question }) => question).toReversed();
}

/** The newest questions whose answer is known, newest last: what to learn from when to answer and when to keep quiet. */
export async function readAnsweredQuestions(db: Db) {
  const rows = await db
    .select({ text: answeredQuestions.question, articleId: answeredQuestions.articleId })
    .from(answeredQuestions)
    .where(lt(answeredQuestions.at, answeredUntil))
    .orderBy(desc(answeredQuestions.at), desc(answeredQuestions.ticketId))
    .limit(mostForLearning);
  return rows.toReversed();
}
