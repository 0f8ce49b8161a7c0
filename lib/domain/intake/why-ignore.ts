import type { ParsedEmail } from "./parsed-email.ts";

/** Our mark on everything we send. The value is the installation's id. */
export const instanceHeader = "x-helpdesk-instance";

export interface IgnoreFacts {
  instanceId: string;
  /** The mail's Message-ID is one that we gave to a mail of ours. */
  sentByUs: boolean;
  /** It answers to our bounce address, or reports on a mail of ours. Bounces are handled before this question. */
  ownBounceAddress: boolean;
  /** Somebody at the desk has blocked this sender. */
  senderBlocked: boolean;
  /** Mails from this sender to this mailbox in the last hour, with no person's answer in between. */
  unansweredLastHour: number;
}

export type WhyIgnore =
  /** Not filed; the ledger keeps the raw mail and the reason. */
  | { action: "ignore"; reason: "own_mail" | "forged_bounce" | "blocked_sender" }
  /** Filed for a person to look at; nothing automatic happens. */
  | { action: "hold"; reason: "too_many_hops" | "too_many_mails" };

/** Twenty an hour without a person in between is a machine talking to a machine. */
export const floodLimit = 20;
const mostHops = 50;

/** Null: go on. Our own mail coming back is dropped, a loop is held, nothing is lost. */
export function whyIgnore(email: ParsedEmail, facts: IgnoreFacts): WhyIgnore | null {
  const marks = email.headers.filter((header) => header.name === instanceHeader);
  const ours = marks.some((header) => header.value.trim() === facts.instanceId);
  // A bounce carries our mark inside, not on top, so a mark on top is our mail itself.
  if ((ours || facts.sentByUs) && email.bounce === null) return { action: "ignore", reason: "own_mail" };
  if (facts.senderBlocked && email.bounce === null) return { action: "ignore", reason: "blocked_sender" };
  if (email.receivedCount > mostHops) return { action: "hold", reason: "too_many_hops" };
  if (facts.unansweredLastHour >= floodLimit) return { action: "hold", reason: "too_many_mails" };
  return null;
}

/** A report that names a mail we never sent, at an address we never made, is somebody's trick. */
export function isForgedBounce(
  email: ParsedEmail,
  facts: { ownBounceAddress: boolean; reportsOurMail: boolean },
): boolean {
  return email.bounce !== null && !facts.ownBounceAddress && !facts.reportsOurMail;
}
