import type { ParsedEmail } from "./parsed-email.ts";
import { ticketOfReplyAddress } from "./reply-address.ts";
import { ticketsOfSubject } from "./subject-token.ts";

/** What a mail says about the conversation it belongs to. Look these up, then ask `chooseThread`. */
export interface ThreadClues {
  messageId: string | null;
  inReplyTo: string[];
  /** Newest first. */
  references: string[];
  /** Ticket numbers of true reply addresses, wherever the mail was sent to. */
  addressTickets: number[];
  /** Ticket numbers of true subject tokens. */
  subjectTickets: number[];
}

/** `envelopeTo` are the RCPT addresses of the door; `key` is the one that made the reply addresses. */
export function threadClues(email: ParsedEmail, envelopeTo: readonly string[], key: Uint8Array): ThreadClues {
  const reached = new Set([
    ...email.to.map((person) => person.address),
    ...email.cc.map((person) => person.address),
    ...email.bcc.map((person) => person.address),
    ...email.deliveredTo,
    ...envelopeTo,
  ]);
  const addressTickets = [...reached].map((address) => ticketOfReplyAddress(address, key));
  return {
    messageId: email.messageId,
    inReplyTo: email.inReplyTo,
    references: email.references.toReversed(),
    addressTickets: [...new Set(addressTickets.filter((number) => number !== null))],
    subjectTickets: ticketsOfSubject(email.subject, key),
  };
}
