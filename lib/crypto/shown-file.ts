import { createHmac, timingSafeEqual } from "node:crypto";
import { deriveKey } from "./derive-key.ts";

/** A picture inside a mail: a part of the mail, or one fetched from elsewhere. */
export type ShownFile = { kind: "attachment" | "image"; id: string };

const kinds = ["attachment", "image"] as const;
const windowSeconds = 6 * 3600;
const headBytes = 1 + 16 + 4;
const macBytes = 24;

/**
 * The address of a picture for the sandboxed frame, which has no origin and therefore no cookie: kind, id and last second
 * with 192 bits of an HMAC-SHA-256, base64url. Whoever holds it sees that one picture for 6 to 12 hours. The
 * end is rounded, so that a page that is refetched shows the same address.
 */
export function shownFileToken(secret: string, file: ShownFile, now: Date): string {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(kinds.indexOf(file.kind), 0);
  Buffer.from(file.id.replaceAll("-", ""), "hex").copy(head, 1);
  head.writeUInt32BE((Math.floor(now.getTime() / 1000 / windowSeconds) + 2) * windowSeconds, 17);
  return Buffer.concat([head, mac(secret, head)]).toString("base64url");
}

/** Which picture a token opens; null when it is forged, damaged or expired. */
export function readShownFileToken(secret: string, token: string, now: Date): ShownFile | null {
  const bytes = Buffer.from(token, "base64url");
  // Base64 has several spellings of the same bytes; only ours counts.
  if (bytes.length !== headBytes + macBytes || bytes.toString("base64url") !== token) return null;
  const head = bytes.subarray(0, headBytes);
  if (!timingSafeEqual(bytes.subarray(headBytes), mac(secret, head))) return null;
  const kind = kinds[head.readUInt8(0)];
  if (!kind || head.readUInt32BE(17) * 1000 < now.getTime()) return null;
  const hex = head.toString("hex", 1, 17);
  return { kind, id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") };
}

function mac(secret: string, head: Buffer): Buffer {
  return createHmac("sha256", deriveKey(secret, "attachment-link"))
    .update(head)
    .digest()
    .subarray(0, macBytes);
}
