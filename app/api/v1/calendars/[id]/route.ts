import { getCalendar, patchCalendar, removeCalendar } from "#app/api/_server/operations/service-levels.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(getCalendar);
export const PATCH = serve(patchCalendar);
export const DELETE = serve(removeCalendar);
