import type { EmailCalendar, EmailCrypto, ParsedEmail } from "./parsed-email.ts";

/** What a mail held besides words and files; shown on the message as a short card. */
export interface Enclosed {
  /** Encrypted or signed. Nothing was opened or verified. */
  crypto: EmailCrypto | null;
  calendar: EmailCalendar | null;
  /** Names inside a winmail.dat, which nothing but Outlook opens. */
  winmail: string[];
}

/** Null for nearly every mail. */
export function enclosedIn({ crypto, calendar, winmail }: ParsedEmail): Enclosed | null {
  return crypto || calendar || winmail.length > 0 ? { crypto, calendar, winmail } : null;
}
