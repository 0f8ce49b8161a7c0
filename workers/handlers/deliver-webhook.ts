import { callWebhook } from "#lib/channels/webhook/call-webhook.ts";
import { deriveKey } from "#lib/crypto/derive-key.ts";
import { within } from "#lib/services/context.ts";
import { claimWebhook, markWebhook } from "#lib/services/webhooks/webhook-states.ts";
import type { Handler } from "../handler.ts";

/** Tries again by the queue's own backoff; the row says how it ended. */
export const deliverWebhook: Handler<"webhook.deliver"> = async ({ deliveryId }, { ctx, run, log }) => {
  const row = await claimWebhook(ctx, deliveryId);
  if (!row) return;
  const { url, body } = row;
  const key = deriveKey(ctx.config.secret, "webhook");
  const outcome = await callWebhook({ url, id: row.id, body, key, now: ctx.now, signal: run.signal });
  const after = within(ctx, { now: new Date() });
  log.info({ deliveryId, ticketId: row.ticketId, outcome: outcome.kind }, "webhook called");
  if (outcome.kind === "sent") return markWebhook(after, deliveryId, { state: "sent" });
  const again = outcome.kind === "deferred" && !run.isLast;
  await markWebhook(after, deliveryId, { state: again ? "queued" : "failed", error: outcome.error });
  if (again) throw new Error(`webhook: ${outcome.error}`);
};
