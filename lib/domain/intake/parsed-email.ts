/**
 * What one e-mail says, as far as we could read it. Produced by `channels/email/parse-email.ts`,
 * consumed by the pure rules in this folder and by the verb that files the message.
 *
 * Promises about every string in here: NFC, no NUL, no lone surrogate, so that Postgres and JSON accept it.
 * Message ids (`messageId`, `inReplyTo`, `references`, `bounce.originalMessageId`) are **without** angle brackets.
 * Addresses are lower-cased and trimmed; names are decoded and collapsed to one line.
 */
export interface ParsedEmail {
  from: Address[];
  sender: Address | null;
  replyTo: Address[];
  to: Address[];
  cc: Address[];
  bcc: Address[];
  subject: string;
  /** What the Date header says. Order messages by when we received them, never by this. */
  date: Date | null;
  messageId: string | null;
  inReplyTo: string[];
  /** Oldest first, as in the header. */
  references: string[];
  /** "" is the null sender `<>`; null means that no Return-Path was written. */
  returnPath: string | null;
  /** Delivered-To, X-Original-To, Envelope-To, X-Forwarded-To…: where the mail really went. */
  deliveredTo: string[];
  /** Topmost header first; names lower-cased, values unfolded and decoded. At most 1,000. */
  headers: HeaderLine[];

  /** The whole body as text: the text parts, or the HTML turned into text when there are none. */
  text: string;
  /** True when `text` was made from `html`. */
  textFromHtml: boolean;
  /** The HTML body exactly as sent (decoded, not sanitised). Never show it unsanitised. */
  html: string | null;
  /** What the sender wrote, without quotes and signature. */
  replyText: string;
  /** What was cut from `text` to get `replyText`, for the one-click "show all". "" when nothing was cut. */
  trimmedText: string;
  /** What the sender wrote, as HTML (not sanitised); null when there is no HTML or nothing was cut. */
  replyHtml: string | null;

  attachments: ParsedAttachment[];
  /** The charset that the main text part turned out to be in, lower-cased: what we used, not what was claimed. */
  charset: string | null;
  /** Oddities in plain English, for the ledger. Never shown to customers. */
  warnings: string[];

  autoReply: AutoReply | null;
  autoAck: AutoAckAdvice;
  bounce: Bounce | null;
  listMail: boolean;
  forward: ForwardedEmail | null;
  crypto: EmailCrypto | null;
  /** A calendar invitation or answer inside the mail. */
  calendar: EmailCalendar | null;
  /** Names of the files inside a winmail.dat, for the reader to know what to ask for. */
  winmail: string[];
  senderVerdict: SenderVerdict;
  /** The trusted web form that mailed it; then the sender is who was entered there. */
  formRelay?: string;
  /** How many servers handled it; more than 50 smells of a loop. */
  receivedCount: number;
}

export interface Address {
  name: string;
  address: string;
}

export interface HeaderLine {
  name: string;
  value: string;
}

export interface ParsedAttachment {
  /** Safe to show and to offer as a download name; never use it as a path. */
  name: string;
  type: string;
  /** In bytes, after transfer decoding. */
  size: number;
  /** Hex, of the decoded bytes. */
  sha256: string;
  /** Without angle brackets; what `cid:` URLs in the HTML refer to. */
  contentId: string | null;
  /** The HTML refers to it by `cid:`, so it need not be listed below the message. */
  inline: boolean;
  /** The decoded bytes. Empty when the caller took them by `onAttachment`. */
  content: Buffer;
}

/** vacation: a person's absence. machine: a system speaks. bulk: list or campaign. mdn: a read receipt. */
export type AutoReplyKind = "vacation" | "machine" | "bulk" | "mdn" | "bounce";

export interface AutoReply {
  kind: AutoReplyKind;
  /** A machine's answer to a mail: stored collapsed, opens and reopens nothing. Bulk and alerts may open a ticket. */
  quiet: boolean;
  /** The header or subject that said so, e.g. `auto-submitted: auto-replied`. */
  reason: string;
}

/** May we answer automatically? `reason` is set when not. */
export type AutoAckAdvice = { send: true; reason: null } | { send: false; reason: string };

export interface Bounce {
  recipients: BouncedRecipient[];
  /** Message-ID of the mail that came back, without angle brackets. */
  originalMessageId: string | null;
  /** The address that the original was sent from (envelope), where the report shows it: our VERP address. */
  originalReturnPath: string | null;
  /** Nothing failed for good: delays and 4.x.x only. Never disables an address. */
  temporary: boolean;
  /** A report of success (delivered, relayed): not a bounce of anything. */
  success: boolean;
  /** An abuse (feedback-loop) report, RFC 5965. */
  abuse: boolean;
  diagnostic: string;
}

export interface BouncedRecipient {
  address: string;
  /** Enhanced status, RFC 3463, as the report has it (`5.1.1`); null when it has none. */
  status: string | null;
  action: "failed" | "delayed" | "delivered" | "relayed" | "expanded" | null;
  diagnostic: string | null;
}

export interface ForwardedEmail {
  originalFrom: Address | null;
  originalSubject: string | null;
  originalBody: string;
  /** What the forwarding person wrote above; "" when nothing. */
  note: string;
  /** Forwarded as message/rfc822 rather than pasted into the text. */
  asAttachment: boolean;
}

export interface EmailCrypto {
  kind: "smime" | "pgp";
  signed: boolean;
  encrypted: boolean;
  /** Armour inside the text, rather than multipart/signed or multipart/encrypted. */
  inline: boolean;
}

/** A time as an invitation writes it. */
export interface CalendarMoment {
  /** `2026-11-22T10:00:00Z`; without the Z the time of day in `zone`; without a time the whole day. */
  at: string;
  /** As written: an IANA name, or whatever the sender's program calls it; null for an instant or a day. */
  zone: string | null;
}

export interface EmailCalendar {
  /** request, reply, cancel…, in lower case. */
  method: string | null;
  summary: string | null;
  start: CalendarMoment | null;
  end: CalendarMoment | null;
  location: string | null;
  organizer: string | null;
}

/**
 * Whom may the product take this mail to be from? `known` only if From is exactly one strict addr-spec;
 * anything else is held as "unverified sender". This says nothing about DMARC, which is a separate check.
 */
export type SenderVerdict =
  | { kind: "known"; address: string; name: string }
  | { kind: "unverified"; reason: string };
