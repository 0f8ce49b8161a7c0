import { createHmac, timingSafeEqual } from "node:crypto";
import { deriveKey } from "./derive-key.ts";

/** What a token says. */
export type TicketLink = {
  ticketId: string;
  /** `tickets.link_version`: raising it makes every older link die. */
  linkVersion: number;
};

const validDays = 90;
const headBytes = 16 + 4 + 4;
const macBytes = 24;

/**
 * The token of a customer's ticket page: ticket, link version and last second of validity, with the first
 * 192 bits of an HMAC-SHA-256 over them, base64url. Whoever holds it is taken for the requester.
 */
export function customerLinkToken(secret: string, link: TicketLink, now: Date): string {
  const head = Buffer.alloc(headBytes);
  Buffer.from(link.ticketId.replaceAll("-", ""), "hex").copy(head);
  head.writeUInt32BE(link.linkVersion, 16);
  head.writeUInt32BE(Math.floor(now.getTime() / 1000) + validDays * 86_400, 20);
  return Buffer.concat([head, mac(secret, head)]).toString("base64url");
}

/** Whom the token is for. Null when it is forged, damaged or expired; the caller still checks the version. */
export function readCustomerLinkToken(secret: string, token: string, now: Date): TicketLink | null {
  const bytes = Buffer.from(token, "base64url");
  // Base64 has several spellings of the same bytes; only ours counts.
  if (bytes.length !== headBytes + macBytes || bytes.toString("base64url") !== token) return null;
  const head = bytes.subarray(0, headBytes);
  if (!timingSafeEqual(bytes.subarray(headBytes), mac(secret, head))) return null;
  if (head.readUInt32BE(20) * 1000 < now.getTime()) return null;
  const hex = head.toString("hex", 0, 16);
  const ticketId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { ticketId, linkVersion: head.readUInt32BE(16) };
}

/** The address at which a customer opens their ticket. */
export function customerLinkUrl(
  config: { publicUrl: string; secret: string },
  link: TicketLink,
  now: Date,
): string {
  return `${config.publicUrl}/help/t/${customerLinkToken(config.secret, link, now)}`;
}

function mac(secret: string, head: Buffer): Buffer {
  return createHmac("sha256", deriveKey(secret, "customer-link")).update(head).digest().subarray(0, macBytes);
}
