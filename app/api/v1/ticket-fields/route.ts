import { ticketFields } from "#app/api/_server/operations/desk.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(ticketFields);
