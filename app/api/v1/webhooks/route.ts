import { getWebhooks, postWebhook } from "#app/api/_server/operations/webhooks.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(getWebhooks);
export const POST = serve(postWebhook);
