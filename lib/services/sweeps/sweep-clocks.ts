import { and, asc, eq, lte } from "drizzle-orm";
import { slaClocks } from "#db/schema/index.ts";
import { nextActionAt, noticeDue } from "#lib/domain/sla/clocks.ts";
import { actOnClock } from "../clocks/act-on-clock.ts";
import { type ClockRow, refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";
import { oneByOne } from "./one-by-one.ts";

/** In one sweep, the longest overdue first; when there is more, the next sweep follows at once. */
const most = 500;

/**
 * Looks at the clocks whose next action has come, and only at those. Each warning and each breach is told once,
 * a breach with its true time, however late the sweep is. Returns how many tickets were looked at.
 */
export async function sweepClocks(ctx: Context): Promise<number> {
  ctx.must("clock.sweep");
  const due = await dueClocks(ctx);
  if (due.length === most) await transact(ctx, ({ enqueue }) => enqueue("clocks.sweep", {}));
  return oneByOne(ctx, [...new Set(due.map((row) => row.ticketId))], tellOf);
}

/** By index, from the front: what is not due is not read. */
export function dueClocks(ctx: Pick<Context, "db" | "now">) {
  return ctx.db
    .select({ ticketId: slaClocks.ticketId })
    .from(slaClocks)
    .where(lte(slaClocks.nextActionAt, ctx.now))
    .orderBy(asc(slaClocks.nextActionAt))
    .limit(most);
}

/** The ticket's row is the lock: two sweeps at once tell one by one, and the second has nothing left to tell. */
async function tellOf(transaction: Transaction, ticketId: string): Promise<void> {
  const { tx, ctx } = transaction;
  await ticketForUpdate(tx, ticketId);
  // What is done on one notice may move the other clocks, so they are looked at anew.
  for (;;) {
    const rows = await refreshClocks(transaction, ticketId);
    const row = rows.find((one) => noticeDue(one, one, ctx.now));
    if (!row) return;
    await tell(transaction, row, noticeDue(row, row, ctx.now)!);
  }
}

/** The notice is kept before anything is done on it, in the same transaction. */
async function tell(transaction: Transaction, row: ClockRow, notice: "warning" | "breach"): Promise<void> {
  const { tx, ctx, emit } = transaction;
  const { ticketId, kind, cycle } = row;
  const done = {
    warnedAt: notice === "warning" ? ctx.now : row.warnedAt,
    breachNotifiedAt: notice === "breach" ? ctx.now : row.breachNotifiedAt,
  };
  await tx
    .update(slaClocks)
    .set({ ...done, nextActionAt: nextActionAt(row, done) })
    .where(and(eq(slaClocks.ticketId, ticketId), eq(slaClocks.kind, kind), eq(slaClocks.cycle, cycle)));
  if (notice === "warning") await emit({ type: "clock.warned", ticketId, clock: kind, dueAt: row.dueAt! });
  else await emit({ type: "clock.breached", ticketId, clock: kind, dueAt: row.breachedAt! });
  await actOnClock(transaction, { ...row, ...done }, notice);
}
