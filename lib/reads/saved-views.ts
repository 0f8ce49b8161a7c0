import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { savedViews } from "#db/schema/index.ts";
import type { ListColumn, ListFilter } from "#lib/domain/lists/list-filter.ts";
import type { Context } from "#lib/services/context.ts";
import { listConditions } from "#lib/services/lists/list-conditions.ts";
import { upTo } from "./count-up-to.ts";

export type ViewRow = {
  id: string;
  name: string;
  filter: ListFilter;
  columns: ListColumn[];
  shared: boolean;
  /** Null when it searches for words: the list says how many there are. */
  count: number | null;
};

const viewsFor = prepared("saved_views", (db) =>
  db
    .select()
    .from(savedViews)
    .where(or(isNull(savedViews.agentId), eq(savedViews.agentId, sql.placeholder("me"))))
    .orderBy(asc(savedViews.position), asc(savedViews.name), asc(savedViews.id)),
);

/** The reader's own views and everybody's, with what each holds. */
export async function readSavedViews(ctx: Context): Promise<ViewRow[]> {
  ctx.must("ticket.read");
  const views = await viewsFor(ctx.db).execute({ me: ctx.actor.kind === "agent" ? ctx.actor.id : null });
  if (views.length === 0) return [];
  const counts = views.map(({ filter }) => (filter.q ? sql`null::int` : countOf(ctx, filter)));
  const { rows } = await ctx.db.execute<{ counts: (number | null)[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as counts`,
  );
  return views.map((view, at) => ({
    id: view.id,
    name: view.name,
    filter: view.filter,
    columns: view.columns,
    shared: view.agentId === null,
    count: rows[0]?.counts[at] ?? null,
  }));
}

const countOf = (ctx: Context, filter: ListFilter): SQL =>
  upTo(sql`tickets where ${and(...listConditions(ctx, filter))}`);
