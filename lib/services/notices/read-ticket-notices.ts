import { and, eq, isNull } from "drizzle-orm";
import { notices } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { forbidden } from "../errors.ts";

/** A person looks at the ticket: what they were told of it is no news any more. */
export async function readTicketNotices(ctx: Context, ticketId: string): Promise<void> {
  if (ctx.actor.kind !== "agent") throw forbidden();
  await ctx.db
    .update(notices)
    .set({ readAt: ctx.now })
    .where(and(eq(notices.agentId, ctx.actor.id), eq(notices.ticketId, ticketId), isNull(notices.readAt)));
}
