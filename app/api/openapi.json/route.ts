import { openapi } from "#app/api/_server/openapi.ts";
import { json } from "#app/api/_server/serve.ts";

export const GET = () => json(openapi());
export const dynamic = "force-dynamic";
