import { sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import type { Context } from "#lib/services/context.ts";

export type BulkView = {
  id: string;
  state: "running" | "done" | "undoing" | "undone";
  total: number;
  changed: number;
  /** Refused, or kept because somebody went on from there. */
  refused: number;
  waiting: number;
};

const newestOf = prepared("bulk_change", (db) =>
  db
    .select({
      id: sql<string>`b.id`,
      state: sql<BulkView["state"]>`b.state`,
      total: sql<number>`b.total`,
      changed: sql<number>`count(*) filter (where t.outcome in ('changed', 'undone'))::int`,
      refused: sql<number>`count(*) filter (where t.outcome in ('refused', 'kept'))::int`,
      waiting: sql<number>`count(*) filter (
        where t.outcome = case b.state when 'undoing' then 'changed' else 'waiting' end)::int`,
    })
    .from(sql`(
      select * from bulk_changes where agent_id = ${sql.placeholder("me")} order by created_at desc limit 1
    ) b join bulk_change_tickets t on t.bulk_change_id = b.id`)
    .where(sql`b.finished_at is null or b.finished_at > ${sql.placeholder("since")}`)
    .groupBy(sql`b.id, b.state, b.total`),
);

/** The reader's newest bulk change, while it runs and some minutes longer. */
export async function readBulkChange(ctx: Context): Promise<BulkView | null> {
  ctx.must("ticket.read");
  if (ctx.actor.kind !== "agent") return null;
  const since = new Date(ctx.now.getTime() - 180_000);
  const [newest] = await newestOf(ctx.db).execute({ me: ctx.actor.id, since });
  return newest ?? null;
}
