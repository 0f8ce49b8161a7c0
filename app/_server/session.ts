import "server-only";
import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import { readCustomerLinkToken } from "#lib/crypto/customer-link.ts";
import { safePath } from "#lib/domain/links/safe-path.ts";
import type { Role } from "#lib/domain/people/permissions.ts";
import type { Context } from "#lib/services/context.ts";
import { customerOfLink } from "#lib/services/customers/customer-of-link.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { actorOfToken } from "#lib/services/people/api-tokens.ts";
import { type CheckedSession, checkSession } from "#lib/services/people/check-session.ts";
import { deskConfig, deskContext } from "./desk.ts";
import { cookieNames, openSessionCookie } from "./session-cookie.ts";

/** The only file that turns a cookie or a token into a Context. */

const managing: readonly Role[] = ["manager", "admin"];

/** Who is signed in here, as the rows say at this moment; null for everybody else. Looked up once a request. */
export const currentSession = cache(async (): Promise<CheckedSession | null> => {
  const cookie = (await cookies()).get(cookieNames().session)?.value;
  const sessionId = await openSessionCookie(cookie);
  return sessionId ? checkSession(deskContext(), sessionId) : null;
});

/** For route handlers that answer 401 themselves. */
export async function agentContext(): Promise<Context | null> {
  const session = await currentSession();
  return session && deskContext({ kind: "agent", ...named(session) });
}

/** For pages and actions of the desk: sends strangers to sign in, and back afterwards. */
export async function requireAgent(): Promise<Context> {
  const ctx = await agentContext();
  if (ctx) return ctx;
  const asked = safePath((await headers()).get("x-path"));
  redirect(asked === "/inbox" ? "/sign-in" : `/sign-in?callbackUrl=${encodeURIComponent(asked)}`);
}

/** Managers and admins. */
export async function requireManager(): Promise<Context> {
  const ctx = await requireAgent();
  if (ctx.actor.kind !== "agent" || !managing.includes(ctx.actor.role)) forbidden();
  return ctx;
}

/** The customer behind a signed link, bound to its ticket. A bad, old or withdrawn link is a page not found. */
export async function requireCustomer(token: string): Promise<{ ctx: Context; ticketId: string }> {
  const found = await customerContext(token);
  if (!found) notFound();
  return found;
}

/** The same as a value, for route handlers. */
export async function customerContext(token: string): Promise<{ ctx: Context; ticketId: string } | null> {
  const visitor = deskContext();
  const link = readCustomerLinkToken(deskConfig().secret, token, visitor.now);
  const customer = link && (await customerOfLink(visitor, link));
  if (!customer) return null;
  const { customerId: id, ticketId } = customer;
  return { ctx: deskContext({ kind: "customer", id, ticketId }), ticketId };
}

/** A bearer token's context. Throws `unauthenticated`; what the token may do is asked by each verb. */
export async function contextForApi(request: Request): Promise<Context> {
  const bearer = /^Bearer ([\w-]{1,200})$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const actor = bearer ? await actorOfToken(deskContext(), bearer) : null;
  if (!actor) throw new ServiceError("unauthenticated", "A valid API token is needed.");
  return deskContext(actor);
}

function named({ agent: { id, name, role } }: CheckedSession) {
  return { id, name, role };
}
