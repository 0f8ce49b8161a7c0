import { and, eq, sql } from "drizzle-orm";
import { webhookDeliveries } from "#db/schema/index.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";

export type WebhookRow = typeof webhookDeliveries.$inferSelect;

/** The call to make now, counted as an attempt; null when it was made or given up already. */
export async function claimWebhook(ctx: Context, deliveryId: string): Promise<WebhookRow | null> {
  ctx.must("outbound.mark");
  const [row] = await ctx.db
    .update(webhookDeliveries)
    .set({ attempts: sql`${webhookDeliveries.attempts} + 1` })
    .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.state, "queued")))
    .returning();
  return row ?? null;
}

export async function markWebhook(
  ctx: Context,
  deliveryId: string,
  outcome: { state: "sent" } | { state: "queued" | "failed"; error: string },
): Promise<void> {
  ctx.must("outbound.mark");
  await ctx.db
    .update(webhookDeliveries)
    .set(
      outcome.state === "sent"
        ? { state: "sent", sentAt: ctx.now, error: null }
        : { state: outcome.state, error: truncate(clean(outcome.error), 500) },
    )
    .where(eq(webhookDeliveries.id, deliveryId));
}
