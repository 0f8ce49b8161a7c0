import type { EmailCalendar, EmailCrypto, ParsedEmail } from "./parsed-email.ts";

/** What a mail held besides words and files; shown on the message as a short card. */
export interface Enclosed {
  /** Encrypted or signed. Nothing was opened or verified. */
  crypto: EmailCrypto | null;
  calendar: EmailCalendar | null;
  /** Names inside a winmail.dat, which nothing but Outlook opens. */
  winmail: string[];
  /** Where the sender asks for answers, when that is somewhere else. Nothing is sent there by itself. */
  replyTo: string | null;
  /** The web form that mailed it for the sender. */
  formRelay?: string;
}

/** Null for nearly every mail. */
export function enclosedIn(email: ParsedEmail): Enclosed | null {
  const { crypto, calendar, winmail } = email;
  const replyTo = otherReplyTo(email);
  const { formRelay } = email;
  if (!crypto && !calendar && winmail.length === 0 && !replyTo && !formRelay) return null;
  return { crypto, calendar, winmail, replyTo, ...(formRelay && { formRelay }) };
}

/** A list's own address and a sender who repeats theirs say nothing new. */
function otherReplyTo({ replyTo, from, listMail, formRelay }: ParsedEmail): string | null {
  if (formRelay) return null;
  const asked = replyTo[0]?.address;
  return !asked || listMail || from.some(({ address }) => address === asked) ? null : asked;
}
