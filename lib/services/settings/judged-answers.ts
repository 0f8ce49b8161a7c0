import { type SQL, sql } from "drizzle-orm";
import type { Score } from "#lib/domain/ratings/rating.ts";
import type { Context } from "../context.ts";

export type JudgedCategory = {
  categoryId: string;
  /** Tickets of the category that came in during the stretch. */
  volume: number;
  /** Of these, what the assistant had an answer for that passed every gate of content. */
  answerable: number;
  /** Answers that people or customers have judged, and those that they found right. */
  judged: number;
  right: number;
  /** Held answers waiting for a person now. */
  held: number;
};

/** An instant as SQL. */
const at = (instant: Date) => sql`${instant.toISOString()}::timestamptz`;

/** Reasons that say nothing against the answer, only that the assistant was not to send it. */
const onlyNotAllowed = ["answered", "awaiting_release", "draft_only", "not_certified", "person_here"];

/**
 * How often the assistant's answers were right, by category. Right: a person sent the draft unchanged, or the
 * customer said that it helped or rated its answer good, or an answer stood for seven days. Wrong: the draft was
 * changed or thrown away, or the customer came back after an answer or rated it bad. Wrong wins; a ticket counts once; undecided ones do not count.
 */
export async function judgeCategories(
  ctx: Context,
  { from, to, now }: { from: Date; to: Date; now: Date },
): Promise<JudgedCategory[]> {
  const { rows } = await ctx.db.execute<JudgedCategory>(sql`
    with seen as (
      select t.id, t.category_id, t.assistant_state, t.status,
        exists (select 1 from assistant_runs r where r.ticket_id = t.id and r.step = 'decide' and r.applied
          and r.output->>'reason' in (${sql.join(onlyNotAllowed, sql`, `)})) as answerable,
        exists (select 1 from ticket_events e where e.ticket_id = t.id and (
          (e.type = 'draft.released' and e.data->>'edited' = 'false' and not ${takenBack})
          or (e.type = 'customer.confirmed' and e.data->>'helped' = 'true')))
        or ${rated("good")}
        or (t.first_assistant_reply_at < ${at(now)} - interval '7 days' and t.status in ('solved', 'closed')
          and t.first_person_reply_at is null) as right,
        exists (select 1 from ticket_events e where e.ticket_id = t.id and (
          (e.type = 'draft.released' and e.data->>'edited' = 'true' and not ${takenBack})
          or e.type = 'draft.discarded'
          or (e.type = 'customer.confirmed' and e.data->>'helped' = 'false')
          or (e.type in ('message.received', 'customer.asked_for_person')
              and e.at > t.first_assistant_reply_at and e.data->>'auto' is null)))
        or ${rated("bad")} as wrong
      from tickets t
      where t.created_at >= ${at(from)} and t.created_at < ${at(to)}
        and not t.is_spam and t.trashed_at is null and t.merged_into_id is null and t.category_id is not null
    )
    select category_id as "categoryId", count(*)::int as volume,
      count(*) filter (where answerable)::int as answerable,
      count(*) filter (where "right" or wrong)::int as judged,
      count(*) filter (where "right" and not wrong)::int as right,
      count(*) filter (where assistant_state = 'held' and status not in ('solved', 'closed'))::int as held
    from seen group by 1`);
  return rows;
}

/** The reply of an event `e` was taken back before it left, and the draft is open again or went another way. */
const takenBack = sql`exists (select 1 from drafts d
  where d.id::text = e.data->>'draftId' and d.state <> 'sent')`;

/** The customer rated a ticket `t` that the assistant had answered last. */
const rated = (score: Score): SQL => sql`exists (select 1 from ratings r
  where r.ticket_id = t.id and r.answered_by = 'assistant' and r.score = ${score})`;

/** How far back decisions prove anything: the desk, its articles and the assistant change. */
export const evidenceDays = 90;

/** The judged answers of one category within the days that count. */
export async function judgedAnswers(
  ctx: Context,
  categoryId: string,
): Promise<{ right: number; judged: number }> {
  const { now } = ctx;
  const from = new Date(now.getTime() - evidenceDays * 86_400_000);
  const all = await judgeCategories(ctx, { from, to: now, now });
  return all.find((row) => row.categoryId === categoryId) ?? { right: 0, judged: 0 };
}
