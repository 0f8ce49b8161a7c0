import { hkdfSync } from "node:crypto";

/** What a key is for. A token made for one purpose never opens another. */
export type KeyPurpose =
  | "reply-address"
  | "customer-link"
  | "attachment-link"
  | "upload"
  | "session"
  | "live"
  | "instance-id"
  | "mailbox-credentials";

/** 32 bytes for one purpose, derived from the installation's secret (HKDF-SHA-256, RFC 5869). */
export function deriveKey(secret: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "baton", purpose, 32));
}
