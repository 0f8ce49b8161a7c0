import "server-only";
import { decode, encode } from "next-auth/jwt";
import { deriveKey } from "#lib/crypto/derive-key.ts";
import { env } from "#lib/env.ts";
import { deskConfig } from "./desk.ts";

export const sessionSeconds = 7 * 86_400;

/** Encrypts the cookie's token; derived, so that it opens nothing else. */
export function sessionSecret(): string {
  return deriveKey(deskConfig().secret, "session").toString("base64url");
}

/** `__Host-` where the desk is reached by https: no other host, path or plain connection can set it. */
export function cookieNames() {
  const prefix = env().web.secureCookies ? "__Host-" : "";
  return {
    session: `${prefix}baton-session`,
    csrf: `${prefix}baton-csrf`,
    callback: `${prefix}baton-callback`,
  };
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: env().web.secureCookies } as const;
}

export type SessionToken = { sid: string; sub: string; name: string; email: string };

export function sealSession(token: SessionToken): Promise<string> {
  return encode({ token, secret: sessionSecret(), maxAge: sessionSeconds });
}

/** Opening a cookie takes a millisecond, and a browser sends the same one for days. Whether the session lives is asked each time. */
const opened = new Map<string, { sid: string; endsAt: number }>();
const mostOpened = 1_000;

/** The id of the session row that a cookie names; null when it is forged, damaged or expired. */
export async function openSessionCookie(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null;
  const known = opened.get(cookie);
  if (known && known.endsAt > Date.now()) return known.sid;
  opened.delete(cookie);
  try {
    const token = await decode({ token: cookie, secret: sessionSecret() });
    const { sid, exp } = token ?? {};
    if (typeof sid !== "string" || !/^[0-9a-f-]{36}$/.test(sid)) return null;
    if (opened.size >= mostOpened) opened.clear();
    if (typeof exp === "number") opened.set(cookie, { sid, endsAt: exp * 1000 });
    return sid;
  } catch {
    return null;
  }
}
