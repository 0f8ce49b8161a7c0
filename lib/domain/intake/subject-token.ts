import { mac, same } from "./reply-address.ts";

/** 40 bits: enough, because it also takes a participant to use it. */
const tokenLetters = 8;

/** `#4821-k3v9q2mz`, to be shown in square brackets in a subject. */
export function subjectToken(ticketNumber: number, key: Uint8Array): string {
  return `#${ticketNumber}-${mac(key, `subject:${ticketNumber}`).slice(0, tokenLetters)}`;
}

/** The ticket numbers of all true tokens in a subject, in their order. A token proves nothing about the sender. */
export function ticketsOfSubject(subject: string, key: Uint8Array): number[] {
  const numbers = new Set<number>();
  for (const match of subject.slice(0, 1000).matchAll(/\[\s*#(\d{1,15})-([a-z2-7]{8})\s*\]/gi)) {
    const number = Number(match[1]);
    if (same(subjectToken(number, key), `#${number}-${match[2]!.toLowerCase()}`)) numbers.add(number);
  }
  return [...numbers];
}
