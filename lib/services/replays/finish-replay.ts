import { and, eq, sql } from "drizzle-orm";
import { assistantReplays, type ReplayedStep } from "#db/schema/index.ts";
import { cleanDeep } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";
import { transact } from "../transact.ts";

/** What is to be replayed; null when it is done already. */
export async function readAskedReplay(ctx: Context, replayId: string) {
  ctx.must("assistant.apply");
  const [row] = await ctx.db
    .select()
    .from(assistantReplays)
    .where(and(eq(assistantReplays.id, replayId), eq(assistantReplays.state, "asked")));
  return row ?? null;
}

/** Keeps the steps beside the ledger, where nothing acts on them, and tells the open screens. */
export async function finishReplay(
  ctx: Context,
  { replayId, steps }: { replayId: string; steps: ReplayedStep[] | null },
): Promise<void> {
  ctx.must("assistant.apply");
  await transact(ctx, async ({ tx }) => {
    const [row] = await tx
      .update(assistantReplays)
      .set({
        state: steps === null ? "failed" : "done",
        steps: cleanDeep(steps ?? []),
        costUsd: (steps ?? []).reduce((sum, step) => sum + step.costUsd, 0),
        doneAt: ctx.now,
      })
      .where(and(eq(assistantReplays.id, replayId), eq(assistantReplays.state, "asked")))
      .returning({ ticketId: assistantReplays.ticketId });
    if (!row) return;
    const event = JSON.stringify({ ticketId: row.ticketId, type: "assistant.replayed" });
    await tx.execute(sql`select pg_notify('baton_live', ${event})`);
  });
}
