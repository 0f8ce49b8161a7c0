import { sql } from "drizzle-orm";
import type { Context } from "#lib/services/context.ts";

export type QueueLoad = {
  key: string;
  name: { en: string; ko: string };
  /** Unsolved tickets in the queue. */
  waiting: number;
  /** Of these, without an agent. */
  unassigned: number;
  membersOnline: number;
  members: number;
  /** Tickets that the members who are online take together, over all their queues. */
  capacity: number;
  /** Unsolved tickets that these members hold, over all their queues. */
  held: number;
};

/** What each queue holds now against what its people can take now. A person in two queues counts in both. */
export async function queueLoad(ctx: Context): Promise<QueueLoad[]> {
  const { rows } = await ctx.db.execute<QueueLoad>(sql`
    with open as (
      select queue_id, assignee_id from tickets
      where status not in ('solved', 'closed') and not is_spam and trashed_at is null and merged_into_id is null
    ), holding as (
      select assignee_id, count(*)::int as held from open where assignee_id is not null group by 1
    ), team as (
      select m.queue_id, count(*)::int as members,
        count(*) filter (where a.availability = 'online')::int as online,
        coalesce(sum(a.capacity) filter (where a.availability = 'online'), 0)::int as capacity,
        coalesce(sum(h.held) filter (where a.availability = 'online'), 0)::int as held
      from queue_members m join agents a on a.id = m.agent_id and a.active
      left join holding h on h.assignee_id = a.id group by 1
    ), line as (
      select queue_id, count(*)::int as waiting, count(*) filter (where assignee_id is null)::int as unassigned
      from open group by 1
    )
    select q.key, q.name, coalesce(l.waiting, 0) as waiting, coalesce(l.unassigned, 0) as unassigned,
      coalesce(t.online, 0) as "membersOnline", coalesce(t.members, 0) as members,
      coalesce(t.capacity, 0) as capacity, coalesce(t.held, 0) as held
    from queues q left join team t on t.queue_id = q.id left join line l on l.queue_id = q.id
    order by q.position, q.key`);
  return rows;
}
