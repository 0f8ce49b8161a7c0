import MailComposer from "nodemailer/lib/mail-composer";

type Person = { name: string; address: string };

/** A mail of the outgoing ledger, complete: composing it twice gives the same mail. */
export type OutgoingEmail = {
  /** The ledger row: one mail, however often it is tried. */
  id: string;
  /** Without angle brackets. */
  messageId: string;
  inReplyTo: string | null;
  references: readonly string[];
  from: Person;
  replyTo: string;
  /** Where bounces go. */
  envelopeFrom: string;
  to: readonly Person[];
  cc: readonly Person[];
  subject: string;
  /** Plain text. */
  body: string;
  /** Made by a machine: says so, and asks other machines to keep quiet (RFC 3834). Never on a person's reply. */
  automatic: boolean;
  date: Date;
};

/** The bytes to send: UTF-8 text with a plain HTML twin. No header is taken from outside, so none can be smuggled. */
export function composeEmail(mail: OutgoingEmail): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: bracketed(mail.messageId),
    date: mail.date,
    from: person(mail.from),
    replyTo: mail.replyTo,
    to: mail.to.map(person),
    cc: mail.cc.map(person),
    subject: oneLine(mail.subject),
    ...(mail.inReplyTo && { inReplyTo: bracketed(mail.inReplyTo) }),
    ...(mail.references.length > 0 && { references: mail.references.map(bracketed) }),
    headers: mail.automatic ? machineHeaders : {},
    text: mail.body,
    html: htmlOf(mail.body),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "\r\n",
  });
  return composer.compile().build();
}

const machineHeaders = {
  "Auto-Submitted": "auto-replied",
  "X-Auto-Response-Suppress": "All",
  Precedence: "auto_reply",
};

const person = ({ name, address }: Person) => ({ name: oneLine(name), address: oneLine(address) });
const oneLine = (text: string) => text.replace(/[\r\n]+/g, " ");
const bracketed = (id: string) => `<${id.replace(/[<>\s]/g, "")}>`;

function htmlOf(text: string): string {
  const paragraphs = escaped(text)
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`);
  return `<!doctype html><html><body>${linked(paragraphs.join("\n"))}</body></html>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Web addresses only, and only as they are shown. */
function linked(html: string): string {
  return html.replace(/https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g, (url) => `<a href="${url}">${url}</a>`);
}
