import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import type { Context } from "#lib/services/context.ts";
import type { BothNames } from "./inbox.ts";
import type { Availability } from "./shell.ts";

/** What a ticket can be given: people, queues, categories, and the tags in use. */
export interface DeskChoices {
  agents: { id: string; name: string; availability: Availability }[];
  queues: { id: string; key: string; name: BothNames }[];
  categories: { id: string; key: string; name: BothNames }[];
  tags: string[];
}

const choicesOf = prepared("desk_choices", (db) =>
  db
    .select({
      agents: sql<DeskChoices["agents"]>`array(
        select jsonb_build_object('id', id, 'name', name, 'availability', availability)
        from agents where active order by name)`,
      queues: sql<DeskChoices["queues"]>`array(
        select jsonb_build_object('id', id, 'key', key, 'name', name) from queues order by position)`,
      categories: sql<DeskChoices["categories"]>`array(
        select jsonb_build_object('id', id, 'key', key, 'name', name)
        from categories where active order by position)`,
    })
    .from(sql`(select) as desk`),
);

export async function readDeskChoices(ctx: Context): Promise<DeskChoices> {
  ctx.must("ticket.read");
  const [[choices], tags] = await Promise.all([choicesOf(ctx.db).execute(), tagsInUse(ctx)]);
  return { ...choices!, tags };
}

const tagsKeptMs = 60_000;
const keptTags = new WeakMap<Db, { at: number; tags: Promise<string[]> }>();

/** The commonest of late. Looking through two thousand tickets for them is too dear for each page: once a minute will do. */
function tagsInUse(ctx: Context): Promise<string[]> {
  const at = ctx.now.getTime();
  const kept = keptTags.get(ctx.db);
  if (kept && Math.abs(at - kept.at) < tagsKeptMs) return kept.tags;
  const tags = readTags(ctx);
  keptTags.set(ctx.db, { at, tags });
  tags.catch(() => keptTags.delete(ctx.db));
  return tags;
}

/** Whoever gives a ticket a tag is offered it at once; in other processes it takes until the minute is over. */
export function forgetTags({ db }: Context): void {
  keptTags.delete(db);
}

async function readTags(ctx: Context): Promise<string[]> {
  const { rows } = await ctx.db.execute<{ tag: string }>(sql`
    select tag, count(*) as uses
    from (select unnest(tags) as tag from tickets where tags <> '{}' order by last_message_at desc limit 2000) used
    group by tag order by uses desc, tag limit 100`);
  return rows.map(({ tag }) => tag);
}
