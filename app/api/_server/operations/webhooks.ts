import "server-only";
import { PageQuery } from "#lib/reads/api/page.ts";
import { listWebhooks, readWebhook } from "#lib/reads/api/service-levels.ts";
import {
  createWebhook,
  deleteWebhook,
  NewWebhook,
  updateWebhook,
  WebhookPatch,
} from "#lib/services/webhooks/save-webhook.ts";
import { idIn, operation } from "../operation.ts";

export const getWebhooks = operation({
  method: "GET",
  path: "/api/v1/webhooks",
  summary: "Other systems that the desk calls, newest first; never their secrets.",
  query: PageQuery,
  run: (ctx, { query }) => listWebhooks(ctx, query),
});

export const postWebhook = operation({
  method: "POST",
  path: "/api/v1/webhooks",
  summary: "A new webhook. The answer holds the secret that signs its calls; it is not shown again.",
  body: NewWebhook,
  status: 201,
  run: (ctx, { body }) => createWebhook(ctx, body),
});

export const getWebhook = operation({
  method: "GET",
  path: "/api/v1/webhooks/{id}",
  summary: "One webhook.",
  run: (ctx, { params }) => readWebhook(ctx, idIn(params, "webhook")),
});

export const patchWebhook = operation({
  method: "PATCH",
  path: "/api/v1/webhooks/{id}",
  summary: "Changes a webhook. Calls still to be made go to the new address.",
  body: WebhookPatch,
  async run(ctx, { params, body }) {
    const webhookId = idIn(params, "webhook");
    await updateWebhook(ctx, { webhookId, ...body });
    return readWebhook(ctx, webhookId);
  },
});

export const removeWebhook = operation({
  method: "DELETE",
  path: "/api/v1/webhooks/{id}",
  summary: "Deletes a webhook; one that a policy calls cannot go (409).",
  status: 204,
  run: (ctx, { params }) => deleteWebhook(ctx, { webhookId: idIn(params, "webhook") }),
});
