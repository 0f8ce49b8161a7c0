import { getLinks, postLink } from "#app/api/_server/operations/links.ts";
import { serve } from "#app/api/_server/serve.ts";

export const GET = serve(getLinks);
export const POST = serve(postLink);
