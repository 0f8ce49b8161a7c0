import { getCompany, putOneCompany } from "#app/api/_server/operations/customers.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(getCompany);
export const PUT = serve(putOneCompany);
