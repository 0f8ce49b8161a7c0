import { cookies } from "next/headers";
import { problem } from "#app/_server/problem.ts";
import { isOwnPost } from "#app/_server/same-origin.ts";
import { agentContext, currentSession } from "#app/_server/session.ts";
import { cookieNames, cookieOptions } from "#app/_server/session-cookie.ts";
import { forbidden } from "#lib/services/errors.ts";
import { revokeSession } from "#lib/services/people/revoke-sessions.ts";

/** Ends the session of this browser, by a plain form. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPost(request)) return problem(forbidden());
  const session = await currentSession();
  const ctx = await agentContext();
  if (session && ctx) await revokeSession(ctx, { sessionId: session.sessionId });
  (await cookies()).set(cookieNames().session, "", { ...cookieOptions(), maxAge: 0 });
  return new Response(null, { status: 303, headers: { location: "/sign-in", "clear-site-data": '"cache"' } });
}
