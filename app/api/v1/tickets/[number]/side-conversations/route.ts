import {
  listSideConversations,
  postSideConversation,
} from "#app/api/_server/operations/side-conversations.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(listSideConversations);
export const POST = serve(postSideConversation);
