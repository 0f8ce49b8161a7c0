import { and, eq, gt, inArray, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { inboundEmails, outboundEmails, settings } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { conflict } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { enqueueMany } from "../outbox/enqueue-many.ts";
import { transact } from "../transact.ts";

const holdKey = "outbound_hold";
const budgetMs = 60_000;

/** Reads a failed mail once more, from its original. Throws `conflict` when it is not failed any more. */
export async function retryInboundEmail(ctx: Context, inboundEmailId: string): Promise<void> {
  ctx.must("ledger.retry");
  const rowId = parseInput(id(), inboundEmailId);
  await transact(ctx, async ({ tx, enqueue, audit }) => {
    const [row] = await tx
      .update(inboundEmails)
      .set({ state: "pending", attempts: 0, checkAt: soon(ctx) })
      .where(and(eq(inboundEmails.id, rowId), eq(inboundEmails.state, "failed")))
      .returning({ id: inboundEmails.id });
    if (!row) throw conflict("This mail is not waiting for anybody.");
    await enqueue("inbound_email.deliver", { inboundEmailId: row.id });
    await audit("inbound.retried", `inbound:${row.id}`);
  });
}

/**
 * Sends a mail again that failed, of which nobody knows, or that waits for its next try: the same Message-ID, so a
 * copy can be told.
 */
export async function retryOutboundEmail(ctx: Context, outboundEmailId: string): Promise<void> {
  ctx.must("ledger.retry");
  const rowId = parseInput(id(), outboundEmailId);
  await transact(ctx, async ({ tx, enqueue, audit }) => {
    const [row] = await tx
      .update(outboundEmails)
      .set({ state: "queued", attempts: 0, error: null, sendAt: ctx.now, checkAt: soon(ctx) })
      .where(and(eq(outboundEmails.id, rowId), isStuck))
      .returning({ id: outboundEmails.id });
    if (!row) throw conflict("This mail is not waiting for anybody.");
    await enqueue("email.send", { outboundEmailId: row.id });
    await audit("outbound.retried", `outbound:${row.id}`);
  });
}

/** Of those that wait, only the ones that were tried: what a person scheduled, or may still undo, keeps its time. */
const isStuck = or(
  inArray(outboundEmails.state, ["failed", "unknown"]),
  and(eq(outboundEmails.state, "queued"), gt(outboundEmails.attempts, 0)),
);

/** A person has found out what became of an unclear mail: it arrived. */
export async function markOutboundArrived(ctx: Context, outboundEmailId: string): Promise<void> {
  ctx.must("ledger.retry");
  const rowId = parseInput(id(), outboundEmailId);
  await transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx
      .update(outboundEmails)
      .set({ state: "sent", sentAt: ctx.now, error: null, response: "Marked as arrived by a person." })
      .where(and(eq(outboundEmails.id, rowId), eq(outboundEmails.state, "unknown")))
      .returning({ id: outboundEmails.id });
    if (!row) throw conflict("This mail is not unclear any more.");
    await audit("outbound.marked_arrived", `outbound:${row.id}`);
  });
}

/** From now on nothing leaves; what a worker meets is put aside as `held`. */
export async function holdOutbound(ctx: Context): Promise<void> {
  ctx.must("ledger.retry");
  await transact(ctx, async ({ tx, audit }) => {
    await tx
      .insert(settings)
      .values({ key: holdKey, value: true, updatedAt: ctx.now })
      .onConflictDoUpdate({ target: settings.key, set: { value: true, updatedAt: ctx.now } });
    await tx.update(outboundEmails).set({ state: "held" }).where(eq(outboundEmails.state, "queued"));
    await audit("outbound.held", "outbound");
  });
}

/** Lets everything go that was held. Each mail once. */
export async function releaseOutbound(ctx: Context): Promise<{ released: number }> {
  ctx.must("ledger.retry");
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    await tx.delete(settings).where(eq(settings.key, holdKey));
    const rows = await tx
      .update(outboundEmails)
      .set({ state: "queued", checkAt: soon(ctx) })
      .where(eq(outboundEmails.state, "held"))
      .returning({ outboundEmailId: outboundEmails.id });
    await enqueueMany(transaction, "email.send", rows);
    await audit("outbound.released", "outbound", { released: rows.length });
    return { released: rows.length };
  });
}

export async function isOutboundHeld(db: Db): Promise<boolean> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, holdKey));
  return row?.value === true;
}

const soon = (ctx: Context): Date => new Date(ctx.now.getTime() + budgetMs);
