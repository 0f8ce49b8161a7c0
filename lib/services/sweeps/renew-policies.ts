import { and, asc, gt, inArray, isNull } from "drizzle-orm";
import { tickets } from "#db/schema/index.ts";
import { applyPolicy } from "../clocks/apply-policy.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { transact } from "../transact.ts";
import { oneByOne } from "./one-by-one.ts";

/** A job each, so that a stop in between costs little; what is renewed already stays as it is. */
const batchSize = 200;

/**
 * Today's policies and calendars for tickets that are open now, because a manager chose so. From the ticket
 * after `after` on; the next batch is a job of its own. Returns how many were looked at.
 */
export async function renewPolicies(
  ctx: Context,
  { after }: { after?: string | undefined } = {},
): Promise<number> {
  ctx.must("clock.sweep");
  const rows = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(
      and(
        inArray(tickets.status, ["new", "open", "pending", "on_hold"]),
        isNull(tickets.mergedIntoId),
        after ? gt(tickets.id, after) : undefined,
      ),
    )
    .orderBy(asc(tickets.id))
    .limit(batchSize);
  const last = rows.at(-1);
  if (last && rows.length === batchSize) {
    await transact(ctx, ({ enqueue }) => enqueue("clocks.renew_policies", { after: last.id }));
  }
  return oneByOne(
    ctx,
    rows.map((row) => row.id),
    async (transaction, id) => {
      const ticket = await ticketForUpdate(transaction.tx, id);
      if (await applyPolicy(transaction, ticket, { renew: true }))
        await refreshClocks(transaction, ticket.id);
    },
  );
}
