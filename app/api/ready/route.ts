import { deskContext } from "#app/_server/desk.ts";
import { json } from "#app/api/_server/serve.ts";
import { env } from "#lib/env.ts";
import { readReadiness } from "#lib/reads/readiness.ts";

/** Every part by name; 503 when one of them does not work. */
export async function GET(): Promise<Response> {
  const readiness = await readReadiness(deskContext(), env());
  return json(readiness, readiness.ready ? 200 : 503);
}
