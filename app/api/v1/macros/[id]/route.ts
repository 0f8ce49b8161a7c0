import { deleteMacroOperation, getMacro, patchMacro } from "#app/api/_server/operations/macros.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(getMacro);
export const PATCH = serve(patchMacro);
export const DELETE = serve(deleteMacroOperation);
