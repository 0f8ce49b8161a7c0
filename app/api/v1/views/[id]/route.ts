import { putView, removeView } from "#app/api/_server/operations/views.ts";
import { serve } from "#app/api/_server/serve.ts";

export const PUT = serve(putView);
export const DELETE = serve(removeView);
