import { createHash } from "node:crypto";
import type { MailDigest } from "./mail-digest.ts";

type Mail = Pick<MailDigest, "head" | "body">;

/** Headers that mail servers add or change on the way: two copies of a mail differ in nothing else. */
const traceHeader =
  /^(?:received|return-path|delivered-to|x-original-to|dkim-signature|arc-[a-z-]+|authentication-results)[ \t]*:/i;

/** What its writer gave a mail. Servers add other headers on the way: a scanner's verdict, a footer of theirs. */
const writtenHeader = /^(?:message-id|from|date|subject|content-type|content-transfer-encoding)[ \t]*:/i;

/**
 * The same mail that came by two ways, of which one added headers: mailbox, Message-ID, From, Date, Subject and
 * body. Null without a Message-ID: then only `contentKey` tells.
 */
export function copyKey(mailboxAddress: string, { head, body }: Mail): string | null {
  const fields = headerFields(head.toString("latin1")).filter((field) => writtenHeader.test(field));
  if (!fields.some((field) => /^message-id[ \t]*:\s*\S/i.test(field))) return null;
  const hash = createHash("sha256").update("copy\n").update(mailboxAddress.toLowerCase()).update("\n");
  for (const field of fields.map((field) => field.replace(/\s+/g, " ")).sort()) {
    hash.update(field, "latin1").update("\n");
  }
  hash.update("\n");
  return hash.update(body).digest("hex");
}

/**
 * What makes a mail the same mail: its mailbox and its bytes, line ends normalised, without trace headers.
 * The same Message-ID with other content is another mail.
 */
export function contentKey(mailboxAddress: string, { head, body }: Mail): string {
  const hash = createHash("sha256").update(mailboxAddress.toLowerCase()).update("\n");
  for (const field of headerFields(head.toString("latin1"))) {
    if (!traceHeader.test(field)) hash.update(field, "latin1").update("\n");
  }
  hash.update("\n");
  return hash.update(body).digest("hex");
}

/** Whole fields, continuation lines included. */
function headerFields(head: string): string[] {
  return head
    .replace(/\r+\n/g, "\n")
    .replace(/\n+$/, "")
    .split(/\n(?![ \t])/);
}
