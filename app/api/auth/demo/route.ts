import { cookies } from "next/headers";
import { isSameMachine } from "#app/_server/client-address.ts";
import { deskConfig, deskContext } from "#app/_server/desk.ts";
import { preferenceCookies, visitorLocale } from "#app/_server/preferences.ts";
import { problem } from "#app/_server/problem.ts";
import { isOwnPost } from "#app/_server/same-origin.ts";
import { cookieNames, cookieOptions, sealSession, sessionSeconds } from "#app/_server/session-cookie.ts";
import { customerLinkToken } from "#lib/crypto/customer-link.ts";
import { forbidden } from "#lib/services/errors.ts";
import { demoTicket, enterDemo } from "#lib/services/people/enter-demo.ts";

/** One click into the demonstration; anywhere else this address does not exist. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPost(request)) return problem(forbidden());
  const ctx = deskContext();
  const sameMachine = isSameMachine(request.headers);
  const locale = await visitorLocale();
  const form = await request.formData().catch(() => new FormData());
  try {
    if (form.get("role") === "customer") {
      const link = await demoTicket(ctx, { sameMachine, language: locale });
      return seeOther(`/help/t/${customerLinkToken(deskConfig().secret, link, ctx.now)}`);
    }
    const role = form.get("role") === "manager" ? "manager" : "agent";
    const userAgent = request.headers.get("user-agent") ?? "";
    const { sessionId, agentId, name, email } = await enterDemo(ctx, { role, sameMachine, userAgent });
    const cookie = await sealSession({ sid: sessionId, sub: agentId, name, email });
    const jar = await cookies();
    jar.set(cookieNames().session, cookie, { ...cookieOptions(), maxAge: sessionSeconds });
    // The made-up person has a language too; the visitor keeps their own.
    jar.set(preferenceCookies.locale, locale, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
    return seeOther(role === "manager" ? "/dashboard" : "/inbox");
  } catch (error) {
    return problem(error);
  }
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
