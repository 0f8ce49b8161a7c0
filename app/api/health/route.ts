import { json } from "#app/api/_server/serve.ts";

/** The process is up. Asks nothing of anybody. */
export const GET = () => json({ status: "ok" });
export const dynamic = "force-dynamic";
