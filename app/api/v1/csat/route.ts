import { ratingsLedger } from "#app/api/_server/operations/ledgers.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(ratingsLedger);
