import { asc, eq, sql } from "drizzle-orm";
import { agents, categories, queues } from "#db/schema/index.ts";
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

export async function readDeskChoices(ctx: Context): Promise<DeskChoices> {
  ctx.must("ticket.read");
  const [people, lines, kinds, tags] = await Promise.all([
    ctx.db
      .select({ id: agents.id, name: agents.name, availability: agents.availability })
      .from(agents)
      .where(eq(agents.active, true))
      .orderBy(asc(agents.name)),
    ctx.db
      .select({ id: queues.id, key: queues.key, name: queues.name })
      .from(queues)
      .orderBy(asc(queues.position)),
    ctx.db
      .select({ id: categories.id, key: categories.key, name: categories.name })
      .from(categories)
      .where(eq(categories.active, true))
      .orderBy(asc(categories.position)),
    ctx.db.execute<{ tag: string }>(sql`
      select tag, count(*) as uses
      from (select unnest(tags) as tag from tickets where tags <> '{}' order by last_message_at desc limit 2000) used
      group by tag order by uses desc, tag limit 100`),
  ]);
  return { agents: people, queues: lines, categories: kinds, tags: tags.rows.map(({ tag }) => tag) };
}
