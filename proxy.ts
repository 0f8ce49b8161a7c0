import { type NextRequest, NextResponse } from "next/server";

/**
 * Gives every page a fresh nonce and the Content-Security-Policy that names it. Next puts the nonce on its
 * own scripts. Style attributes are allowed because measured heights are written there; style elements need the nonce.
 * Sign-in is not checked here: each page asks `requireAgent` itself, so skipping this file opens nothing.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Where to come back to after signing in.
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set("content-security-policy", policy);
  // What was asked for, before any rewrite: for the way back after signing in, and for a true 404.
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (request.nextUrl.protocol === "https:" || request.headers.get("x-forwarded-proto") === "https") {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

function contentSecurityPolicy(nonce: string, development: boolean): string {
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

export const config = {
  // Not the API: its answers set their own policy, and a large body is not read twice. Nor files that people
  // sent: they bring a stricter one.
  matcher: ["/((?!api/|attachments/|help/t/[^/]+/files/|_next/static|_next/image|favicon.ico|icon.svg).*)"],
};
