import "server-only";
import { ServiceError, type ServiceErrorKind } from "#lib/services/errors.ts";

const statuses: Record<ServiceErrorKind, [status: number, title: string]> = {
  malformed: [400, "Not understood"],
  invalid: [422, "Not valid"],
  unauthenticated: [401, "Not signed in"],
  forbidden: [403, "Not allowed"],
  not_found: [404, "Not found"],
  conflict: [409, "Changed meanwhile"],
  too_large: [413, "Too large"],
  rate_limited: [429, "Too many requests"],
  unavailable: [503, "Not available"],
};

/** An error as an RFC 9457 problem document. Only our own errors say anything; the rest is rethrown. */
export function problem(error: unknown): Response {
  if (!(error instanceof ServiceError)) throw error;
  const [status, title] = statuses[error.kind];
  const body = {
    type: `about:blank#${error.kind}`,
    title,
    status,
    detail: error.message,
    errors: error.fields,
  };
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  };
  if (error.retryAfter !== null) headers["retry-after"] = String(error.retryAfter);
  return new Response(JSON.stringify(body), { status, headers });
}
