import { postTicketMacro } from "#app/api/_server/operations/macros.ts";
import { serve } from "#app/api/_server/serve.ts";

export const POST = serve(postTicketMacro);
