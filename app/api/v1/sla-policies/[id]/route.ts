import { getPolicy, patchPolicy, removePolicy } from "#app/api/_server/operations/service-levels.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(getPolicy);
export const PATCH = serve(patchPolicy);
export const DELETE = serve(removePolicy);
