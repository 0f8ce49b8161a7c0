import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deriveKey } from "./derive-key.ts";

/**
 * A secret as the database may keep it: AES-256-GCM under a key of the installation, bound to `owner`, so that a row
 * copied to another mailbox does not open. `v1.` and base64url of nonce (12), tag (16) and text.
 */
export function seal(secret: string, owner: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", deriveKey(secret, "mailbox-credentials"), nonce);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** Null when it was made with another secret, for another owner, or was changed. */
export function unseal(secret: string, owner: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed.slice(3), "base64url");
  if (!sealed.startsWith("v1.") || bytes.length < 28) return null;
  const key = deriveKey(secret, "mailbox-credentials");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
