import type { Address, ParsedEmail } from "#lib/domain/intake/parsed-email.ts";

/** One mail as `baton mail parse` prints it. */
export interface EmailDescription {
  file: string;
  from: Address[];
  to: Address[];
  cc: Address[];
  subject: string;
  date: string | null;
  messageId: string | null;
  inReplyTo: string[];
  references: string[];
  text: string;
  replyText: string;
  html: string | null;
  attachments: { name: string; type: string; size: number; sha256: string }[];
  autoReply: ParsedEmail["autoReply"];
  bounce: BounceDescription | null;
  listMail: boolean;
  charset: string | null;
  warnings: string[];
  replyTo: Address[];
  autoAck: ParsedEmail["autoAck"];
  forward: ParsedEmail["forward"];
  crypto: ParsedEmail["crypto"];
  calendar: ParsedEmail["calendar"];
  winmail: string[];
  senderVerdict: ParsedEmail["senderVerdict"];
}

export interface BounceDescription {
  /** The first recipient, its status and action; all of them are in `recipients`. */
  recipient: string | null;
  status: string | null;
  action: string | null;
  recipients: {
    recipient: string;
    status: string | null;
    action: string | null;
    diagnostic: string | null;
  }[];
  temporary: boolean;
  success: boolean;
  abuse: boolean;
  originalMessageId: string | null;
}

/** A ParsedEmail without the bytes, ready for `JSON.stringify`. */
export function describeEmail(file: string, email: ParsedEmail): EmailDescription {
  return {
    file,
    from: email.from,
    to: email.to,
    cc: email.cc,
    subject: email.subject,
    date: email.date?.toISOString() ?? null,
    messageId: email.messageId,
    inReplyTo: email.inReplyTo,
    references: email.references,
    text: email.text,
    replyText: email.replyText,
    html: email.html,
    attachments: email.attachments.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 })),
    autoReply: email.autoReply,
    bounce: describeBounce(email.bounce),
    listMail: email.listMail,
    charset: email.charset,
    warnings: email.warnings,
    replyTo: email.replyTo,
    autoAck: email.autoAck,
    forward: email.forward,
    crypto: email.crypto,
    calendar: email.calendar,
    winmail: email.winmail,
    senderVerdict: email.senderVerdict,
  };
}

function describeBounce(bounce: ParsedEmail["bounce"]): BounceDescription | null {
  if (!bounce) return null;
  const recipients = bounce.recipients.map(({ address, status, action, diagnostic }) => ({
    recipient: address,
    status,
    action,
    diagnostic,
  }));
  const { temporary, success, abuse, originalMessageId } = bounce;
  const { recipient = null, status = null, action = null } = recipients[0] ?? {};
  return { recipient, status, action, recipients, temporary, success, abuse, originalMessageId };
}
