import { createHash, randomBytes } from "node:crypto";

/** A secret of 32 random bytes, with a prefix that secret scanners recognise. */
export function newToken(prefix: "baton_api_" | "baton_link_" | "baton_hook_"): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** What is kept of a token. It has 256 random bits, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
