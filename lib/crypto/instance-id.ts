import { createHmac } from "node:crypto";
import { deriveKey } from "./derive-key.ts";

/** This installation's public name, in the header of everything we send: our own mail coming back is known by it. */
export function instanceId(secret: string): string {
  return createHmac("sha256", deriveKey(secret, "reply-address"))
    .update("instance")
    .digest("hex")
    .slice(0, 24);
}
