import { mac, same } from "./reply-address.ts";

export type SideAddressInput = { mailbox: string; conversation: number; key: Uint8Array };

/** Where a third party answers: `support+s17.<mac>@…`. It carries no ticket, so it never leads into one. */
export function sideAddress({ mailbox, conversation, key }: SideAddressInput): string {
  const at = mailbox.lastIndexOf("@");
  return `${mailbox.slice(0, at)}+s${conversation}.${mac(key, `side:${conversation}`)}${mailbox.slice(at)}`;
}

/** The side conversation's number, in any letter case; null for any other or forged address. */
export function conversationOfSideAddress(address: string, key: Uint8Array): number | null {
  const [, number, given] = /^[^@]*\+s(\d{1,15})\.([a-z2-7]{20})@/.exec(address.trim().toLowerCase()) ?? [];
  if (!number || !given) return null;
  return same(given, mac(key, `side:${number}`)) ? Number(number) : null;
}
