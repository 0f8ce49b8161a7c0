import { deriveKey } from "./derive-key.ts";

/** This installation's mark on the mail it sends: says nothing about the secret, and nobody else's is the same. */
export function instanceId(secret: string): string {
  return deriveKey(secret, "instance-id").toString("hex").slice(0, 16);
}
