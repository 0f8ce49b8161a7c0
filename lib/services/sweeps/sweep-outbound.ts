import { and, asc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import { outboundEmails } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { enqueueMany } from "../outbox/enqueue-many.ts";
import { inBatches } from "./in-batches.ts";

const batchSize = 500;

/**
 * A new job for each mail that should have gone out by now: `claimOutboundEmail` decides what is still allowed to
 * happen to it. With `everything`, each mail whose time has come and that nobody is sending. Returns how many.
 */
export async function sweepOutbound(
  ctx: Context,
  { everything = false }: { everything?: boolean } = {},
): Promise<number> {
  ctx.must("clock.sweep");
  const forgotten = and(eq(outboundEmails.state, "queued"), lte(outboundEmails.sendAt, ctx.now));
  const late = and(
    inArray(outboundEmails.state, ["queued", "sending"]),
    lte(outboundEmails.checkAt, ctx.now),
  );
  return inBatches(ctx, batchSize, async (transaction, after) => {
    const { tx } = transaction;
    const rows = await tx
      .select({ id: outboundEmails.id })
      .from(outboundEmails)
      .where(and(everything ? forgotten : late, gt(outboundEmails.id, after)))
      .orderBy(asc(outboundEmails.id))
      .limit(batchSize)
      .for("update", { skipLocked: true });
    if (rows.length === 0) return rows;

    const ids = rows.map((row) => row.id);
    await enqueueMany(
      transaction,
      "email.send",
      ids.map((outboundEmailId) => ({ outboundEmailId })),
    );
    // Only what waits: the time of one that is being sent says when its sender counts as dead.
    const now = sql`${ctx.now.toISOString()}::timestamptz`;
    const wait = sql`greatest(interval '30 seconds', ${now} - ${outboundEmails.sendAt})`;
    await tx
      .update(outboundEmails)
      .set({ checkAt: sql`${now} + ${wait}` })
      .where(and(inArray(outboundEmails.id, ids), eq(outboundEmails.state, "queued")));
    return rows;
  });
}
