import { and, eq, isNull } from "drizzle-orm";
import { notices } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { forbidden } from "../errors.ts";

/** A person has seen what they were told up to now. */
export async function readAllNotices(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "agent") throw forbidden();
  await ctx.db
    .update(notices)
    .set({ readAt: ctx.now })
    .where(and(eq(notices.agentId, ctx.actor.id), isNull(notices.readAt)));
}
