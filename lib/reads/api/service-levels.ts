import { asc, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { calendars, slaPolicies, webhooks } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import { notFound } from "#lib/services/errors.ts";
import { olderThan, type Page, type PageQuery, pageOf, positionOf } from "./page.ts";

type Query = z.output<typeof PageQuery>;

/** In the order in which they are tried; a desk has some dozens, so all come at once. */
export async function listPolicies(ctx: Context): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const rows = await ctx.db
    .select()
    .from(slaPolicies)
    .orderBy(asc(slaPolicies.position), asc(slaPolicies.createdAt), asc(slaPolicies.id));
  return { data: rows, nextCursor: null };
}

export async function readPolicy(ctx: Context, policyId: string): Promise<unknown> {
  ctx.must("ticket.read");
  const [row] = await ctx.db.select().from(slaPolicies).where(eq(slaPolicies.id, policyId));
  if (!row) throw notFound("policy");
  return row;
}

export async function listCalendars(ctx: Context, { limit, cursor }: Query): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const after = positionOf(cursor);
  const rows = await ctx.db
    .select()
    .from(calendars)
    .where(after ? olderThan(calendars.createdAt, calendars.id, after) : undefined)
    .orderBy(desc(calendars.createdAt), desc(calendars.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
}

export async function readCalendar(ctx: Context, calendarId: string): Promise<unknown> {
  ctx.must("ticket.read");
  const [row] = await ctx.db.select().from(calendars).where(eq(calendars.id, calendarId));
  if (!row) throw notFound("calendar");
  return row;
}

const shown = {
  id: webhooks.id,
  name: webhooks.name,
  url: webhooks.url,
  active: webhooks.active,
  createdAt: webhooks.createdAt,
};

/** Without their secrets. */
export async function listWebhooks(ctx: Context, { limit, cursor }: Query): Promise<Page<unknown>> {
  ctx.must("setting.write");
  const after = positionOf(cursor);
  const rows = await ctx.db
    .select(shown)
    .from(webhooks)
    .where(after ? olderThan(webhooks.createdAt, webhooks.id, after) : undefined)
    .orderBy(desc(webhooks.createdAt), desc(webhooks.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
}

export async function readWebhook(ctx: Context, webhookId: string): Promise<unknown> {
  ctx.must("setting.write");
  const [row] = await ctx.db.select(shown).from(webhooks).where(eq(webhooks.id, webhookId));
  if (!row) throw notFound("webhook");
  return row;
}
