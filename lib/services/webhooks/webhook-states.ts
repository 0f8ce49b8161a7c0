import { and, eq, sql } from "drizzle-orm";
import { webhookDeliveries, webhooks } from "#db/schema/index.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";
import { openWebhookSecret } from "./webhook-secret.ts";

export type WebhookToCall = {
  id: string;
  url: string;
  secret: string;
  ticketId: string | null;
  body: Record<string, unknown>;
};

/**
 * The call to make now, counted as an attempt, to where its webhook points today. Null when it was made or given
 * up already, or when the webhook is gone, put aside, or sealed by another installation's secret.
 */
export async function claimWebhook(ctx: Context, deliveryId: string): Promise<WebhookToCall | null> {
  ctx.must("outbound.mark");
  const [row] = await ctx.db
    .update(webhookDeliveries)
    .set({ attempts: sql`${webhookDeliveries.attempts} + 1` })
    .where(and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.state, "queued")))
    .returning();
  if (!row) return null;
  const [webhook] = row.webhookId
    ? await ctx.db.select().from(webhooks).where(eq(webhooks.id, row.webhookId))
    : [];
  const secret = webhook?.active ? openWebhookSecret(ctx, webhook) : null;
  if (!webhook || secret === null) {
    await markWebhook(ctx, deliveryId, { state: "failed", error: "the webhook is gone or put aside" });
    return null;
  }
  const { id, ticketId, body } = row;
  return { id, url: webhook.url, secret, ticketId, body };
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
