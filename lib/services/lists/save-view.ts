import { and, eq, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { newId } from "#db/ids.ts";
import { savedViews } from "#db/schema/index.ts";
import { listColumns } from "#lib/domain/lists/list-filter.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import type { Context } from "../context.ts";
import { conflict, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";
import { listFilterInput } from "./list-filter-input.ts";

export const ViewInput = z.strictObject({
  name: text(80, 1),
  filter: listFilterInput,
  columns: z
    .array(z.enum(listColumns))
    .max(listColumns.length)
    .default(["preview", "category", "due", "assistant"]),
  /** Everybody sees it; needs the right to arrange the desk. */
  shared: z.boolean().default(false),
});

const mostViews = 50;

export type SavedView = typeof savedViews.$inferSelect;

/** Keeps a list under a name. A token has no views of its own: what it saves is shared. */
export async function saveView(ctx: Context, input: z.input<typeof ViewInput>): Promise<SavedView> {
  ctx.must("ticket.read");
  const { shared, ...view } = parseInput(ViewInput, input);
  if (shared) ctx.must("queue.write");
  const agentId = shared ? null : ownerOf(ctx);
  return transact(ctx, async ({ tx, audit }) => {
    const owned = agentId ? eq(savedViews.agentId, agentId) : isNull(savedViews.agentId);
    if ((await tx.$count(savedViews, owned)) >= mostViews)
      throw conflict("There are too many views already.");
    const [row] = await tx
      .insert(savedViews)
      .values({
        id: newId(ctx.now.getTime()),
        ...view,
        columns: unique(view.columns),
        agentId,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning();
    await audit("view.saved", `view:${row!.id}`, { shared });
    return row!;
  });
}

export async function changeView(
  ctx: Context,
  input: { viewId: string } & z.input<typeof ViewInput>,
): Promise<SavedView> {
  ctx.must("ticket.read");
  const { viewId, ...rest } = input;
  const { shared, ...view } = parseInput(ViewInput, rest);
  return transact(ctx, async ({ tx, audit }) => {
    const before = await ownView(ctx, tx, viewId);
    if (shared || before.agentId === null) ctx.must("queue.write");
    const [row] = await tx
      .update(savedViews)
      .set({
        ...view,
        columns: unique(view.columns),
        agentId: shared ? null : ownerOf(ctx),
        updatedAt: ctx.now,
      })
      .where(eq(savedViews.id, before.id))
      .returning();
    await audit("view.changed", `view:${before.id}`, { shared });
    return row!;
  });
}

export async function deleteView(ctx: Context, input: { viewId: string }): Promise<void> {
  ctx.must("ticket.read");
  await transact(ctx, async ({ tx, audit }) => {
    const view = await ownView(ctx, tx, input.viewId);
    if (view.agentId === null) ctx.must("queue.write");
    await tx.delete(savedViews).where(eq(savedViews.id, view.id));
    await audit("view.deleted", `view:${view.id}`);
  });
}

/** Somebody else's is as if it were not there. */
async function ownView(ctx: Context, tx: Context["db"], viewId: string): Promise<SavedView> {
  const wanted = parseInput(id(), viewId);
  const me = actorId(ctx.actor);
  const visible =
    ctx.actor.kind === "agent" && me
      ? or(isNull(savedViews.agentId), eq(savedViews.agentId, me))
      : isNull(savedViews.agentId);
  const [view] = await tx
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, wanted), visible))
    .for("update");
  if (!view) throw notFound("view");
  return view;
}

function ownerOf(ctx: Context): string | null {
  if (ctx.actor.kind === "agent") return ctx.actor.id;
  ctx.must("queue.write");
  return null;
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
