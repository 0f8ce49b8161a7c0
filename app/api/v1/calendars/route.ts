import { getCalendars, postCalendar } from "#app/api/_server/operations/service-levels.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(getCalendars);
export const POST = serve(postCalendar);
