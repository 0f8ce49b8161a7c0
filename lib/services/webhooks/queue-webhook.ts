import { and, eq } from "drizzle-orm";
import { newId } from "#db/ids.ts";
import { webhookDeliveries, webhooks } from "#db/schema/index.ts";
import type { Transaction } from "../transact.ts";

export type WebhookCall = {
  webhookId: string;
  event: string;
  /** The same cause never calls the same webhook twice. */
  causeId: string;
  ticketId: string | null;
  /** Ids and times; never a customer's words. */
  body: Record<string, unknown>;
};

/**
 * Writes the call down; the job that makes it leaves when this transaction commits. False when there is no such
 * webhook, it is put aside, or the cause was told already.
 */
export async function queueWebhook(transaction: Transaction, call: WebhookCall): Promise<boolean> {
  const { tx, ctx, enqueue } = transaction;
  const [webhook] = await tx
    .select({ url: webhooks.url })
    .from(webhooks)
    .where(and(eq(webhooks.id, call.webhookId), eq(webhooks.active, true)));
  if (!webhook) return false;
  const [row] = await tx
    .insert(webhookDeliveries)
    .values({ id: newId(), url: webhook.url, ...call, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: webhookDeliveries.id });
  if (row) await enqueue("webhook.deliver", { deliveryId: row.id });
  return row !== undefined;
}
