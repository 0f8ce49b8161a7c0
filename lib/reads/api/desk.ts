import { asc, gt, sql } from "drizzle-orm";
import { agents, articles, categories, queues, skills, ticketFields } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import type { Page } from "./page.ts";

type Query = { limit: number; cursor?: string };

/** Small tables, paged by their key. */
export async function listQueues(ctx: Context, { limit, cursor = "" }: Query): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const rows = await ctx.db
    .select({ id: queues.id, key: queues.key, name: queues.name, isDefault: queues.isDefault })
    .from(queues)
    .where(gt(queues.key, cursor))
    .orderBy(asc(queues.key))
    .limit(limit + 1);
  return keyed(rows, limit, (row) => row.key);
}

export async function listCategories(ctx: Context, { limit, cursor = "" }: Query): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const rows = await ctx.db
    .select({
      id: categories.id,
      key: categories.key,
      name: categories.name,
      mode: categories.mode,
      threshold: categories.threshold,
      certified: sql<boolean>`${categories.certifiedAt} is not null`,
      active: categories.active,
    })
    .from(categories)
    .where(gt(categories.key, cursor))
    .orderBy(asc(categories.key))
    .limit(limit + 1);
  return keyed(rows, limit, (row) => row.key);
}

export async function listSkills(ctx: Context, { limit, cursor = "" }: Query): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const rows = await ctx.db
    .select({ id: skills.id, key: skills.key, name: skills.name })
    .from(skills)
    .where(gt(skills.key, cursor))
    .orderBy(asc(skills.key))
    .limit(limit + 1);
  return keyed(rows, limit, (row) => row.key);
}

export async function listTicketFields(ctx: Context, { limit, cursor = "" }: Query): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const rows = await ctx.db
    .select()
    .from(ticketFields)
    .where(gt(ticketFields.key, cursor))
    .orderBy(asc(ticketFields.key))
    .limit(limit + 1);
  return keyed(rows, limit, (row) => row.key);
}

export async function listAgents(ctx: Context, { limit, cursor = "" }: Query): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const rows = await ctx.db
    .select({
      id: agents.id,
      email: agents.email,
      name: agents.name,
      role: agents.role,
      availability: agents.availability,
      capacity: agents.capacity,
      active: agents.active,
    })
    .from(agents)
    .where(gt(agents.email, cursor))
    .orderBy(asc(agents.email))
    .limit(limit + 1);
  return keyed(rows, limit, (row) => row.email);
}

export async function listArticles(ctx: Context, { limit, cursor = "" }: Query): Promise<Page<unknown>> {
  ctx.must("article.read");
  const rows = await ctx.db
    .select({
      id: articles.id,
      slug: articles.slug,
      lang: articles.lang,
      title: articles.title,
      body: articles.body,
      version: articles.version,
      publishedAt: articles.publishedAt,
      updatedAt: articles.updatedAt,
    })
    .from(articles)
    .where(gt(sql`${articles.id}::text`, cursor))
    .orderBy(asc(sql`${articles.id}::text`))
    .limit(limit + 1);
  return keyed(rows, limit, (row) => row.id);
}

function keyed<Row>(rows: Row[], limit: number, keyOf: (row: Row) => string): Page<Row> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last ? keyOf(last) : null };
}
