import { newId } from "#db/ids.ts";
import { webhookDeliveries } from "#db/schema/index.ts";
import type { Transaction } from "../transact.ts";

export type WebhookCall = {
  url: string;
  event: string;
  /** The same cause never calls the same address twice. */
  causeId: string;
  ticketId: string;
  /** Ids and times; never a customer's words. */
  body: Record<string, unknown>;
};

/** Writes the call down; the job that makes it leaves when this transaction commits. */
export async function queueWebhook(transaction: Transaction, call: WebhookCall): Promise<void> {
  const { tx, ctx, enqueue } = transaction;
  const [row] = await tx
    .insert(webhookDeliveries)
    .values({ id: newId(), ...call, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: webhookDeliveries.id });
  if (row) await enqueue("webhook.deliver", { deliveryId: row.id });
}
