import { listEvents } from "#app/api/_server/operations/tickets.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(listEvents);
