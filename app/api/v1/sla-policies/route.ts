import { getPolicies, postPolicy } from "#app/api/_server/operations/service-levels.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(getPolicies);
export const POST = serve(postPolicy);
