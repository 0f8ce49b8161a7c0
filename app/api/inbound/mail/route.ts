import { receiveMail } from "#app/api/_server/operations/inbound.ts";
import { serve } from "#app/api/_server/serve.ts";

export const POST = serve(receiveMail);
