import { getWebhook, patchWebhook, removeWebhook } from "#app/api/_server/operations/webhooks.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(getWebhook);
export const PATCH = serve(patchWebhook);
export const DELETE = serve(removeWebhook);
