import { redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { agentContext, currentSession } from "#app/_server/session.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { returnFromConsent } from "#lib/services/mailboxes/consent.ts";

/** Where a mail provider sends the browser back to. Keeps what it said; a worker does the rest. */
export async function GET(request: NextRequest) {
  const [ctx, session] = await Promise.all([agentContext(), currentSession()]);
  if (!ctx || !session) redirect("/sign-in?callbackUrl=%2Fsettings%2Fmailboxes");
  const said = (name: string) => request.nextUrl.searchParams.get(name) ?? undefined;
  const [state = "", code, error] = [said("state"), said("code"), said("error")];
  const { sessionId } = session;
  let back = "/settings/mailboxes?problem=consent";
  try {
    const { mailboxId } = await returnFromConsent(ctx, { sessionId, state, code, error });
    back = `/settings/mailboxes?edit=${mailboxId}`;
  } catch (cause) {
    if (!(cause instanceof ServiceError)) throw cause;
  }
  redirect(back as never);
}
