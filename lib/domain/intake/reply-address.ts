import { createHmac, timingSafeEqual } from "node:crypto";
import { base32 } from "./base32.ts";

/** 100 bits: twenty base32 letters. */
const macLetters = 20;

export type ReplyAddressInput = { mailbox: string; ticketNumber: number; key: Uint8Array };

/** `support+4821.<mac>@desk.example`: whoever answers to it is on ticket 4821 (sub-addressing, RFC 5233). */
export function replyAddress({ mailbox, ticketNumber, key }: ReplyAddressInput): string {
  const { local, domain } = split(mailbox);
  const ticket = String(ticketNumber);
  return `${local}+${ticket}.${mac(key, `ticket:${ticket}`)}@${domain}`;
}

/** The ticket number of a reply address of ours, in any letter case; null for any other or forged address. */
export function ticketOfReplyAddress(address: string, key: Uint8Array): number | null {
  const [, ticket, given] = /^[^@]*\+(\d{1,15})\.([a-z2-7]{20})@/.exec(address.trim().toLowerCase()) ?? [];
  if (!ticket || !given) return null;
  return same(given, mac(key, `ticket:${ticket}`)) ? Number(ticket) : null;
}

export type BounceAddressInput = { mailbox: string; outboundId: string; key: Uint8Array };

/** The envelope sender of one outgoing mail (VERP): a report to it is about exactly that mail. */
export function bounceAddress({ mailbox, outboundId, key }: BounceAddressInput): string {
  const id = outboundId.replaceAll("-", "").toLowerCase();
  return `bounce+${id}.${mac(key, `bounce:${id}`)}@${split(mailbox).domain}`;
}

/** The outgoing mail a bounce address belongs to; null for any other or forged address. */
export function outboundOfBounceAddress(address: string, key: Uint8Array): string | null {
  const [, id, given] = /^bounce\+([0-9a-f]{32})\.([a-z2-7]{20})@/.exec(address.trim().toLowerCase()) ?? [];
  if (!id || !given || !same(given, mac(key, `bounce:${id}`))) return null;
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A tag that only this installation can make for a text, in letters that survive any mailer. */
export function mac(key: Uint8Array, text: string): string {
  return base32(createHmac("sha256", key).update(text).digest()).slice(0, macLetters);
}

/** Compares in constant time. */
export function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function split(mailbox: string): { local: string; domain: string } {
  const at = mailbox.lastIndexOf("@");
  return { local: mailbox.slice(0, at), domain: mailbox.slice(at + 1) };
}
