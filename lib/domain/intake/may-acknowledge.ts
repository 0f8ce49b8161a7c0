import type { AutoAckAdvice } from "./parsed-email.ts";

export interface AcknowledgeFacts {
  /** What the mail itself advises (`ParsedEmail.autoAck`). */
  advice: AutoAckAdvice;
  isNewTicket: boolean;
  /** Not verified, held or flagged: an acknowledgement would tell a stranger something. */
  trusted: boolean;
  /** The sender is one of our own mailboxes. */
  senderIsOurs: boolean;
  /** Automatic mails to this sender from this mailbox. */
  automaticLastTenMinutes: number;
  automaticLastDay: number;
}

export const perTenMinutes = 1;
export const perDay = 5;

/**
 * Whether to acknowledge, and if not, why. The caps hold even when no header gives the other machine away: two
 * helpdesks that answer each other fall silent after the first.
 */
export function mayAcknowledge(facts: AcknowledgeFacts): AutoAckAdvice {
  if (!facts.advice.send) return facts.advice;
  if (!facts.isNewTicket) return no("one acknowledgement a ticket");
  if (!facts.trusted) return no("sender is not verified");
  if (facts.senderIsOurs) return no("sender is one of our mailboxes");
  if (facts.automaticLastTenMinutes >= perTenMinutes)
    return no("acknowledged this sender within ten minutes");
  if (facts.automaticLastDay >= perDay) return no("acknowledged this sender five times today");
  return { send: true, reason: null };
}

function no(reason: string): AutoAckAdvice {
  return { send: false, reason };
}
