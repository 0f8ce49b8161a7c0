import { postIncidentRetry } from "#app/api/_server/operations/links.ts";
import { serve } from "#app/api/_server/serve.ts";

export const POST = serve(postIncidentRetry);
