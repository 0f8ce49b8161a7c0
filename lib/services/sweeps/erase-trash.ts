import { and, asc, eq, lte } from "drizzle-orm";
import { tickets } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { oneByOne } from "./one-by-one.ts";

/** How long the trash keeps a ticket. */
export const trashDays = 30;
const most = 200;

/**
 * Tickets that lay in the trash for their time are erased with their messages and events; the ledgers of mail keep
 * that something came and went, and the audit that it was erased. Returns how many were due.
 */
export async function eraseTrash(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  const old = new Date(ctx.now.getTime() - trashDays * 86_400_000);
  const due = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(lte(tickets.trashedAt, old))
    .orderBy(asc(tickets.trashedAt))
    .limit(most);
  return oneByOne(
    ctx,
    due.map(({ id }) => id),
    async ({ tx, audit }, id) => {
      const [gone] = await tx
        .delete(tickets)
        .where(and(eq(tickets.id, id), lte(tickets.trashedAt, old)))
        .returning({ number: tickets.number });
      if (gone) await audit("ticket.erased", `ticket:${id}`, { number: gone.number });
    },
  );
}
