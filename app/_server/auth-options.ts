import "server-only";
import { headers } from "next/headers";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { safePath } from "#lib/domain/links/safe-path.ts";
import { env, settle } from "#lib/env.ts";
import { checkSession } from "#lib/services/people/check-session.ts";
import { revokeSession } from "#lib/services/people/revoke-sessions.ts";
import { signIn } from "#lib/services/people/sign-in.ts";
import { clientAddress } from "./client-address.ts";
import { deskContext } from "./desk.ts";
import { cookieNames, cookieOptions, sessionSeconds, sessionSecret } from "./session-cookie.ts";

/**
 * next-auth with one provider and encrypted cookies that name a session row. Made for each request, because
 * a refusal with a waiting time has no place in next-auth's own answers: it is told to `onRefused`.
 */
export function authOptions(onRefused: (error: unknown) => void): AuthOptions {
  ownAddress();
  const names = cookieNames();
  const options = cookieOptions();
  return {
    secret: sessionSecret(),
    useSecureCookies: options.secure,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", signOut: "/sign-out", error: "/sign-in" },
    cookies: {
      sessionToken: { name: names.session, options },
      csrfToken: { name: names.csrf, options },
      callbackUrl: { name: names.callback, options },
    },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (given) => {
          const head = await headers();
          try {
            const signedIn = await signIn(deskContext(), {
              email: String(given?.email ?? "").slice(0, 320),
              password: String(given?.password ?? "").slice(0, 1000),
              address: clientAddress(head),
              userAgent: head.get("user-agent") ?? "",
            });
            return signedIn && { ...signedIn, id: signedIn.agentId };
          } catch (error) {
            onRefused(error);
            return null;
          }
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (user && "sessionId" in user) return { ...token, sid: user.sessionId };
        const alive = typeof token.sid === "string" && (await checkSession(deskContext(), token.sid));
        if (!alive) throw new Error("the session has ended");
        return token;
      },
      redirect: ({ url, baseUrl }) => `${baseUrl}${safePath(withoutOwnOrigin(url, baseUrl))}`,
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid !== "string" || !token.sub) return;
        const actor = {
          kind: "agent",
          id: token.sub,
          name: String(token.name ?? ""),
          role: "agent",
        } as const;
        await revokeSession(deskContext(actor), { sessionId: token.sid });
      },
    },
    // An ended session is no error, and its log line would hold the token.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** next-auth reads its own address from the environment alone. */
function ownAddress(): void {
  if (told) return;
  told = true;
  settle({ NEXTAUTH_URL: env().web.publicUrl });
}
let told = false;

function withoutOwnOrigin(url: string, baseUrl: string): string {
  return url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
}
