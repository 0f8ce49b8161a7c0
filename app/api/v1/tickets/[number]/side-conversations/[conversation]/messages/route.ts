import { postSideMessage } from "#app/api/_server/operations/side-conversations.ts";
import { serve } from "#app/api/_server/serve.ts";

export const POST = serve(postSideMessage);
