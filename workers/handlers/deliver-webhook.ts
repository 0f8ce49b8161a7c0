import { callWebhook } from "#lib/channels/webhook/call-webhook.ts";
import { within } from "#lib/services/context.ts";
import { claimWebhook, markWebhook } from "#lib/services/webhooks/webhook-states.ts";
import type { Handler } from "../handler.ts";

/** Tries again by the queue's own backoff, always with the same id; the row says how it ended. */
export const deliverWebhook: Handler<"webhook.deliver"> = async ({ deliveryId }, { ctx, run, log }) => {
  const call = await claimWebhook(ctx, deliveryId);
  if (!call) return;
  const { privateHosts = [] } = ctx.config;
  const outcome = await callWebhook({ ...call, privateHosts, now: ctx.now, signal: run.signal });
  const after = within(ctx, { now: new Date() });
  log.info({ deliveryId, ticketId: call.ticketId, outcome: outcome.kind }, "webhook called");
  if (outcome.kind === "sent") return markWebhook(after, deliveryId, { state: "sent" });
  const again = outcome.kind === "deferred" && !run.isLast;
  await markWebhook(after, deliveryId, { state: again ? "queued" : "failed", error: outcome.error });
  if (again) throw new Error(`webhook: ${outcome.error}`);
};
