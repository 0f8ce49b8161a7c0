import { asc, desc, eq } from "drizzle-orm";
import { webhookDeliveries, webhooks } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";

/** The webhooks, without their secrets. */
export async function readWebhooks(ctx: Context) {
  ctx.must("setting.write");
  return ctx.db
    .select({
      id: webhooks.id,
      name: webhooks.name,
      url: webhooks.url,
      active: webhooks.active,
      createdAt: webhooks.createdAt,
    })
    .from(webhooks)
    .orderBy(asc(webhooks.name));
}

/** For whoever may have a policy call them. */
export async function readWebhookNames(ctx: Context): Promise<{ value: string; label: string }[]> {
  ctx.must("ticket.read");
  return ctx.db
    .select({ value: webhooks.id, label: webhooks.name })
    .from(webhooks)
    .where(eq(webhooks.active, true))
    .orderBy(asc(webhooks.name));
}

/** The last calls of one webhook and how they went. */
export async function readWebhookCalls(ctx: Context, webhookId: string) {
  ctx.must("setting.write");
  return ctx.db
    .select({
      id: webhookDeliveries.id,
      event: webhookDeliveries.event,
      state: webhookDeliveries.state,
      attempts: webhookDeliveries.attempts,
      error: webhookDeliveries.error,
      at: webhookDeliveries.createdAt,
    })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.webhookId, webhookId))
    .orderBy(desc(webhookDeliveries.createdAt))
    .limit(20);
}
