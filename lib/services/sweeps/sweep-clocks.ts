import { and, asc, eq, lte, sql } from "drizzle-orm";
import { slaClocks } from "#db/schema/index.ts";
import { nextActionAt, noticeDue } from "#lib/domain/sla/clocks.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { oneByOne } from "./one-by-one.ts";

/** In one sweep; the rest ten seconds later, the longest overdue first. */
const most = 500;

/**
 * Looks at the clocks whose next action has come, and only at those. Each warning and each breach is told once,
 * a breach with its true time, however late the sweep is. Returns how many tickets were looked at.
 */
export async function sweepClocks(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  const due = await ctx.db
    .select({ id: slaClocks.ticketId })
    .from(slaClocks)
    .where(lte(slaClocks.nextActionAt, ctx.now))
    .groupBy(slaClocks.ticketId)
    .orderBy(asc(sql`min(${slaClocks.nextActionAt})`))
    .limit(most);
  return oneByOne(
    ctx,
    due.map((row) => row.id),
    tellOf,
  );
}

/** The ticket's row is the lock: two sweeps at once tell one by one, and the second has nothing left to tell. */
async function tellOf(transaction: Transaction, ticketId: string): Promise<void> {
  const { tx, ctx, emit } = transaction;
  const ticket = await ticketForUpdate(tx, ticketId);
  const clocks = await refreshClocks(transaction, ticketId);
  const stored = await tx.select().from(slaClocks).where(eq(slaClocks.ticketId, ticketId));
  for (const clock of clocks) {
    const row = stored.find((one) => one.kind === clock.kind);
    const notice = row && noticeDue(clock, row, ctx.now);
    if (!row || !notice) continue;
    const done = {
      warnedAt: notice === "warning" ? ctx.now : row.warnedAt,
      breachNotifiedAt: notice === "breach" ? ctx.now : row.breachNotifiedAt,
    };
    await tx
      .update(slaClocks)
      .set({ ...done, nextActionAt: nextActionAt(clock, done) })
      .where(and(eq(slaClocks.ticketId, ticketId), eq(slaClocks.kind, clock.kind)));
    // A merged ticket's clocks end; whoever it was merged into has its own.
    if (ticket.id !== ticketId) continue;
    if (notice === "warning")
      await emit({ type: "clock.warned", ticketId, clock: clock.kind, dueAt: clock.dueAt! });
    else await emit({ type: "clock.breached", ticketId, clock: clock.kind, dueAt: clock.breachedAt! });
  }
}
