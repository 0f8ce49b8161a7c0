import { and, eq, sql } from "drizzle-orm";
import { customers, tickets, translations } from "#db/schema/index.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { RunFacts } from "../assistant/record-run.ts";
import type { Context } from "../context.ts";
import { transact } from "../transact.ts";

/** What is to be translated, and whom it may name; null when it is done already. */
export async function readAskedTranslation(ctx: Context, translationId: string) {
  ctx.must("assistant.apply");
  const [row] = await ctx.db
    .select({ original: translations.original, to: translations.to, name: customers.name })
    .from(translations)
    .innerJoin(tickets, eq(tickets.id, translations.ticketId))
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .where(and(eq(translations.id, translationId), eq(translations.state, "asked")));
  return row ? { ...row, names: row.name ? [row.name] : [] } : null;
}

/** Keeps what the model made of it, or that it made nothing, and tells the open screens. */
export async function finishTranslation(
  ctx: Context,
  { translationId, translated, run }: { translationId: string; translated: string | null; run: RunFacts },
): Promise<void> {
  ctx.must("assistant.apply");
  await transact(ctx, async ({ tx }) => {
    const [row] = await tx
      .update(translations)
      .set({
        state: translated === null ? "failed" : "done",
        translated: translated === null ? null : truncate(clean(translated), 60_000),
        model: run.model,
        promptVersion: run.promptVersion,
        outcome: run.outcome,
        costUsd: sql`${translations.costUsd} + ${run.costUsd}`,
        latencyMs: run.latencyMs,
        doneAt: ctx.now,
      })
      .where(and(eq(translations.id, translationId), eq(translations.state, "asked")))
      .returning({ ticketId: translations.ticketId });
    if (!row) return;
    const event = JSON.stringify({ ticketId: row.ticketId, type: "translation.done" });
    await tx.execute(sql`select pg_notify('baton_live', ${event})`);
  });
}
