import { and, asc, gt, inArray, lte, sql } from "drizzle-orm";
import { inboundEmails } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { enqueueMany } from "../outbox/enqueue-many.ts";
import { inBatches } from "./in-batches.ts";

const batchSize = 500;
const unfinished = inArray(inboundEmails.state, ["pending", "processing"]);

/**
 * A new job for each mail that should have become a message by now, or for all of them. The next look is as far
 * away as the mail is old, at least 30 s: a long backlog is not answered with ever more jobs. Returns how many.
 */
export async function sweepInbound(
  ctx: Context,
  { everything = false }: { everything?: boolean } = {},
): Promise<number> {
  ctx.must("clock.sweep");
  return inBatches(ctx, batchSize, async (transaction, after) => {
    const { tx } = transaction;
    const rows = await tx
      .select({ id: inboundEmails.id })
      .from(inboundEmails)
      .where(
        and(
          unfinished,
          gt(inboundEmails.id, after),
          everything ? undefined : lte(inboundEmails.checkAt, ctx.now),
        ),
      )
      .orderBy(asc(inboundEmails.id))
      .limit(batchSize)
      .for("update", { skipLocked: true });
    if (rows.length === 0) return rows;

    const now = sql`${ctx.now.toISOString()}::timestamptz`;
    const wait = sql`greatest(interval '30 seconds', ${now} - ${inboundEmails.acceptedAt})`;
    await tx
      .update(inboundEmails)
      .set({ checkAt: sql`${now} + ${wait}` })
      .where(
        inArray(
          inboundEmails.id,
          rows.map((row) => row.id),
        ),
      );
    await enqueueMany(
      transaction,
      "inbound_email.deliver",
      rows.map((row) => ({ inboundEmailId: row.id })),
    );
    return rows;
  });
}
