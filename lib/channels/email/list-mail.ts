import { firstHeader, type RawHeader } from "./mime-header.ts";

/** Came through a mailing list (RFC 2919, 2369, and what older list software writes). */
export function isListMail(headers: RawHeader[]): boolean {
  if (headers.some(({ name }) => listHeaders.has(name))) return true;
  return /^\s*list\b/i.test(firstHeader(headers, "precedence") ?? "");
}

const listHeaders = new Set([
  "list-id",
  "list-post",
  "mailing-list",
  "x-mailing-list",
  "x-beenthere",
  "x-listname",
]);
