import type { SendMailOptions } from "nodemailer";
import type { Address } from "#lib/domain/intake/parsed-email.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { flowText } from "./flow-text.ts";
import { escapeHtml } from "./html-tree.ts";
import { textToEmailHtml } from "./text-to-html.ts";

export interface EmailToCompose {
  /** All ids without angle brackets. `messageId` was fixed when the mail was queued; a retry uses the same. */
  messageId: string;
  inReplyTo: string | null;
  /** The whole chain, oldest first; it is trimmed here. */
  references: readonly string[];
  from: Address;
  to: readonly Address[];
  cc: readonly Address[];
  /** By envelope only; never written into the message. */
  bcc: readonly string[];
  /** By envelope only: the others have it already. */
  only?: readonly string[];
  /** The token address of the ticket. */
  replyTo: string;
  /** VERP: where reports about this very mail go. */
  envelopeFrom: string;
  subject: string;
  text: string;
  /** Sanitised HTML of the same words; left out, it is made from the text. */
  html?: string;
  attachments: readonly {
    name: string;
    type: string;
    content: Buffer | string;
    contentId: string | null;
  }[];
  date: Date;
  instanceId: string;
  /** agent: a person wrote it. auto: acknowledgement or assistant. bulk: survey, campaign. */
  kind: "agent" | "auto" | "bulk";
  /** Answers a mail (`auto-replied`) rather than speaking up by itself (`auto-generated`). */
  answersMail: boolean;
  /** Required for bulk, ignored otherwise: a one-click address (RFC 8058). */
  unsubscribeUrl?: string;
}

/**
 * The options for nodemailer, and nothing else: no clock, no network. What a person wrote carries no automatic header
 * at all; what a machine wrote carries all of them, so that no other machine answers (RFC 3834).
 */
export function composeEmail(email: EmailToCompose): SendMailOptions {
  const recipients = [...email.to, ...email.cc].map((person) => person.address).concat(email.bcc);
  return {
    messageId: `<${email.messageId}>`,
    ...(email.inReplyTo && { inReplyTo: `<${email.inReplyTo}>` }),
    references: trimReferences(email.references, email.inReplyTo)
      .map((id) => `<${id}>`)
      .join(" "),
    date: email.date,
    from: person(email.from),
    to: email.to.map(person),
    cc: email.cc.map(person),
    replyTo: { name: cleanLine(email.from.name), address: email.replyTo },
    subject: cleanLine(email.subject).slice(0, 900),
    // Given as alternatives because nodemailer has no other way to say format=flowed.
    alternatives: [
      { contentType: "text/plain; charset=utf-8; format=flowed", content: flowText(cleanText(email.text)) },
      {
        contentType: "text/html; charset=utf-8",
        content: email.html ?? textToEmailHtml(cleanText(email.text)) + picturesAfter(email.attachments),
      },
    ],
    textEncoding: "quoted-printable",
    attachments: email.attachments.map((file) => ({
      filename: file.name,
      contentType: file.type,
      content: file.content,
      ...(file.contentId && { cid: file.contentId, contentDisposition: "inline" as const }),
    })),
    headers: [{ key: "X-Helpdesk-Instance", value: email.instanceId }, ...automaticHeaders(email)],
    envelope: { from: email.envelopeFrom, to: recipients },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Pictures in the mail that no place was given to: some readers show an inline part only where the HTML names it. */
function picturesAfter(files: EmailToCompose["attachments"]): string {
  return files
    .filter(({ contentId, type }) => contentId && /^image\/(?:png|jpeg|gif|webp)$/i.test(type))
    .map(({ contentId, name }) => {
      const [cid, alt] = [contentId!, cleanLine(name)].map(escapeHtml);
      return `\n<p><img src="cid:${cid}" alt="${alt}" style="max-width:100%"></p>`;
    })
    .join("");
}

/** Oldest and newest ten, each once, the parent last (RFC 5322 s3.6.4). */
export function trimReferences(references: readonly string[], inReplyTo: string | null): string[] {
  const chain = [
    ...new Set([...references.filter((id) => id !== inReplyTo), ...(inReplyTo ? [inReplyTo] : [])]),
  ];
  return chain.length <= 20 ? chain : [...chain.slice(0, 10), ...chain.slice(-10)];
}

function automaticHeaders(email: EmailToCompose): { key: string; value: string }[] {
  if (email.kind === "agent") return [];
  const headers = [
    { key: "Auto-Submitted", value: email.answersMail ? "auto-replied" : "auto-generated" },
    { key: "X-Auto-Response-Suppress", value: "All" },
    { key: "Precedence", value: email.kind === "bulk" ? "bulk" : "auto_reply" },
  ];
  if (email.kind === "bulk" && email.unsubscribeUrl) {
    headers.push({ key: "List-Unsubscribe", value: `<${email.unsubscribeUrl}>` });
    headers.push({ key: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" });
  }
  return headers;
}

function person({ name, address }: Address): { name: string; address: string } {
  return { name: cleanLine(name), address };
}
