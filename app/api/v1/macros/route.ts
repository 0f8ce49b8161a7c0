import { listMacros, postMacro } from "#app/api/_server/operations/macros.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(listMacros);
export const POST = serve(postMacro);
