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
}

/** Null for nearly every mail. */
export function enclosedIn(email: ParsedEmail): Enclosed | null {
  const { crypto, calendar, winmail } = email;
  const replyTo = otherReplyTo(email);
  return crypto || calendar || winmail.length > 0 || replyTo ? { crypto, calendar, winmail, replyTo } : null;
}

/** A list's own address and a sender who repeats theirs say nothing new. */
function otherReplyTo({ replyTo, from, listMail }: ParsedEmail): string | null {
  const asked = replyTo[0]?.address;
  return !asked || listMail || from.some(({ address }) => address === asked) ? null : asked;
}
