import { listViews, postView } from "#app/api/_server/operations/views.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(listViews);
export const POST = serve(postView);
