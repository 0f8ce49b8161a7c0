import { problem } from "#app/_server/problem.ts";
import { isOwnPost } from "#app/_server/same-origin.ts";
import { agentContext } from "#app/_server/session.ts";
import { readJson } from "#app/api/_server/read-body.ts";
import { json } from "#app/api/_server/serve.ts";
import { readPresence } from "#lib/reads/ticket-presence.ts";
import { forbidden, ServiceError } from "#lib/services/errors.ts";
import { markPresence } from "#lib/services/tickets/mark-presence.ts";

/** A window's sign of life at a ticket; the answer names the colleagues who are there too. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPost(request)) return problem(forbidden());
  try {
    const ctx = await agentContext();
    if (!ctx) throw new ServiceError("unauthenticated", "Sign in first.");
    const sign = (await readJson(request, 1000)) as Parameters<typeof markPresence>[1];
    await markPresence(ctx, sign);
    return json({ data: await readPresence(ctx, sign.ticketId) });
  } catch (error) {
    return problem(error);
  }
}
