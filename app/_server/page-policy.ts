import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

const shared = globalThis as { [key: symbol]: true | undefined };
const done = Symbol.for("baton.page-policy");
const year = 31_536_000;

/**
 * Gives every page, before Next sees the request, a fresh nonce and the Content-Security-Policy that names it: Next reads
 * the nonce there for its own scripts. And the page hears in `x-path` what was asked for, before any rewrite. Called once
 * when the server starts; the same in `proxy.ts` costs a second request object and three milliseconds a page. Sign-in is
 * not checked here: each page asks `requireAgent` itself.
 */
export function givePagePolicy(): void {
  if (shared[done]) return;
  shared[done] = true;
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const { pathname, search } = askedFor(request.url);
    request.headers["x-path"] = pathname + search;
    if (request.headers["x-forwarded-proto"] === "https") {
      response.setHeader("strict-transport-security", `max-age=${2 * year}; includeSubDomains`);
    }
    delete request.headers["content-security-policy"];
    delete request.headers["content-security-policy-report-only"];
    if (bringsItsOwn.test(pathname)) return;
    const policy = contentSecurityPolicy(
      randomBytes(16).toString("hex"),
      process.env.NODE_ENV === "development",
    );
    request.headers["content-security-policy"] = policy;
    response.setHeader("content-security-policy", policy);
  });
}

/** The API sets its own policy, and files that people sent bring a stricter one. */
const bringsItsOwn =
  /^\/(?:api\/|attachments\/|help\/t\/[^/]+\/files\/|_next\/static|_next\/image|favicon\.ico|icon\.svg)/;

/** What the reader asked for; `_rsc` is Next's own. */
function askedFor(address: string | undefined): { pathname: string; search: string } {
  const url = URL.parse(address ?? "/", "http://desk.invalid");
  if (!url) return { pathname: "/", search: "" };
  if (url.searchParams.has("_rsc")) url.searchParams.delete("_rsc");
  return { pathname: url.pathname, search: url.search };
}

/** Style attributes are allowed because measured heights are written there; style elements need the nonce. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "frame-src 'self'",
    "connect-src 'self'",
  ].join("; ");
}
