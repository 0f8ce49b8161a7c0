import { and, asc, eq, gt } from "drizzle-orm";
import { macros } from "#db/schema/index.ts";
import type { MacroActions } from "#lib/domain/macros/macro.ts";
import type { Context } from "#lib/services/context.ts";
import { notFound } from "#lib/services/errors.ts";
import type { Page } from "./api/page.ts";
import type { BothNames } from "./inbox.ts";

/** A macro as the composer offers it. */
export interface MacroView {
  id: string;
  name: BothNames;
  body: BothNames;
  actions: MacroActions;
}

/** What can be applied, in the desk's order. */
export async function readMacros(ctx: Context): Promise<MacroView[]> {
  ctx.must("ticket.read");
  return ctx.db
    .select({ id: macros.id, name: macros.name, body: macros.body, actions: macros.actions })
    .from(macros)
    .where(eq(macros.active, true))
    .orderBy(asc(macros.position), asc(macros.id))
    .limit(1000);
}

/** All of them, for the settings. */
export async function readAllMacros(ctx: Context) {
  ctx.must("ticket.read");
  return ctx.db.select().from(macros).orderBy(asc(macros.position), asc(macros.id)).limit(1000);
}

type ApiMacro = MacroView & { active: boolean; updatedAt: Date };
const apiColumns = {
  id: macros.id,
  name: macros.name,
  body: macros.body,
  actions: macros.actions,
  active: macros.active,
  updatedAt: macros.updatedAt,
};

export async function listApiMacros(
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<Page<ApiMacro>> {
  ctx.must("ticket.read");
  const after = cursor && isUuid(cursor) ? gt(macros.id, cursor) : undefined;
  const rows = await ctx.db
    .select(apiColumns)
    .from(macros)
    .where(after)
    .orderBy(asc(macros.id))
    .limit(limit + 1);
  const data = rows.slice(0, limit);
  return { data, nextCursor: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
}

export async function readApiMacro(ctx: Context, id: string): Promise<ApiMacro> {
  ctx.must("ticket.read");
  const [row] = isUuid(id)
    ? await ctx.db
        .select(apiColumns)
        .from(macros)
        .where(and(eq(macros.id, id)))
    : [];
  if (!row) throw notFound("macro");
  return row;
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);
