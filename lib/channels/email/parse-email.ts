import type { Readable } from "node:stream";
import { setImmediate as yieldToOthers } from "node:timers/promises";
import type { Address, ParsedAttachment, ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { type Mailbox, maxMailboxes, parseAddressList, senderVerdict } from "./address.ts";
import { listAttachments } from "./attachments.ts";
import { autoAckAdvice, recognizeAutoReply } from "./auto-reply.ts";
import { recognizeBounce } from "./bounce.ts";
import { readCalendar } from "./calendar.ts";
import { recognizeCrypto } from "./crypto.ts";
import { parseDate } from "./date.ts";
import { decodeHeaderText } from "./encoded-words.ts";
import { recognizeForward } from "./forward.ts";
import { isListMail } from "./list-mail.ts";
import { readBody } from "./message-body.ts";
import { parseMessageId, parseMessageIds } from "./message-ids.ts";
import {
  type AttachmentSink,
  collectAttachment,
  collectText,
  isBodyText,
  type Leaf,
} from "./message-parts.ts";
import { allHeaders, firstHeader, type RawHeader } from "./mime-header.ts";
import { type MimePart, MimeReader } from "./mime-reader.ts";
import { replyOf } from "./reply.ts";
import { winmailNames } from "./tnef.ts";

export interface ParseEmailOptions {
  /** Called for each attachment; return a sink to take its bytes elsewhere, or null to keep them in memory. */
  onAttachment?: (part: { type: string }) => AttachmentSink | null;
}

/**
 * Understands one message. Never throws on bad mail: what cannot be read is left empty and said in `warnings`.
 * Reads in slices and yields between them, so a 40 MB message does not stop the event loop. A stream that fails
 * rejects; that is not the mail's fault.
 */
export async function parseEmail(
  raw: Buffer | Readable,
  options: ParseEmailOptions = {},
): Promise<ParsedEmail> {
  const leaves: Leaf[] = [];
  const reader: MimeReader = new MimeReader({
    openLeaf: (part) =>
      isBodyText(part)
        ? collectText(leaves, part, reader.warnings)
        : collectAttachment(leaves, part, options.onAttachment?.({ type: part.type }) ?? null),
  });
  for await (const piece of Buffer.isBuffer(raw) ? [raw] : raw) {
    for await (const slice of slices(piece as Buffer)) reader.write(slice);
  }
  const root = reader.end();
  return describeMessage(root, leaves, reader.warnings);
}

async function* slices(raw: Buffer): AsyncGenerator<Buffer> {
  // Several mails are read at once: each has one slice in a turn of the event loop.
  const size = 16_384;
  for (let start = 0; start < raw.length; start += size) {
    if (start > 0) await yieldToOthers();
    yield raw.subarray(start, start + size);
  }
}

function describeMessage(root: MimePart, leaves: Leaf[], warnings: Set<string>): ParsedEmail {
  const guard = guardWith(warnings);
  const bodies = new Map(leaves.map((leaf) => [leaf.part, leaf]));
  rescuePreambles(root, bodies);
  const body = guard("body", () => readBody(root, bodies), {
    text: "",
    textFromHtml: false,
    html: null,
    charset: null,
  });
  const hint = body.charset;
  const headers = root.headers;
  const text = (name: string) => decodeHeaderText(firstHeader(headers, name) ?? "", hint);
  const mailboxes = (name: string) => {
    const found = allHeaders(headers, name).flatMap((header) => parseAddressList(header, hint));
    if (found.length >= maxMailboxes)
      warnings.add(`more than ${maxMailboxes} addresses in ${name}: the rest was not read`);
    return withoutExactness(found);
  };

  const attachments = guard(
    "attachments",
    () => listAttachments(root, bodies, body.html, hint),
    [] as ParsedAttachment[],
  );
  const subject = text("subject").slice(0, 2000);
  const facts = {
    root,
    headers,
    hint,
    subject,
    body,
    bodies,
    from: guard("From", () => mailboxes("from"), []),
  };
  const listMail = isListMail(headers);
  const bounce = guard("bounce", () => recognizeBounce(facts), null);
  const autoReply = guard("automatic reply", () => recognizeAutoReply({ ...facts, bounce, listMail }), null);
  const forward = guard("forward", () => recognizeForward(facts), null);
  const reply = guard("reply", () => replyOf(body, subject, forward), {
    replyText: body.text,
    trimmedText: "",
    replyHtml: null,
  });
  const returnPath = firstHeader(headers, "return-path");

  return {
    from: facts.from,
    sender: guard("Sender", () => mailboxes("sender")[0] ?? null, null),
    replyTo: guard("Reply-To", () => mailboxes("reply-to"), []),
    to: guard("To", () => mailboxes("to"), []),
    cc: guard("Cc", () => mailboxes("cc"), []),
    bcc: guard("Bcc", () => mailboxes("bcc"), []),
    subject,
    date: parseDate(firstHeader(headers, "date")),
    messageId: parseMessageId(firstHeader(headers, "message-id")),
    inReplyTo: allHeaders(headers, "in-reply-to").flatMap(parseMessageIds),
    references: allHeaders(headers, "references").flatMap(parseMessageIds),
    returnPath: returnPath === null ? null : (parseAddressList(returnPath)[0]?.address ?? ""),
    deliveredTo: guard("Delivered-To", () => deliveredTo(headers), []),
    headers: headers.slice(0, 1000).map(({ name, value }) => ({
      name,
      value: decodeHeaderText(value.slice(0, 20_000), hint),
    })),
    text: body.text,
    textFromHtml: body.textFromHtml,
    html: body.html,
    ...reply,
    attachments,
    charset: body.charset,
    autoReply,
    autoAck: autoAckAdvice({ ...facts, bounce, listMail, autoReply }),
    bounce,
    listMail,
    forward,
    crypto: guard("crypto", () => recognizeCrypto(root, bodies, body.text), null),
    calendar: guard("calendar", () => readCalendar(leaves), null),
    winmail: guard("winmail.dat", () => winmailNames(leaves), []),
    senderVerdict: senderVerdict(allHeaders(headers, "from"), hint),
    receivedCount: allHeaders(headers, "received").length,
    warnings: [...warnings],
  };
}

/** A rule of ours that trips over one mail must not lose that mail. */
function guardWith(warnings: Set<string>) {
  return <T>(what: string, read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      warnings.add(`${what} could not be read: ${error instanceof Error ? error.message : String(error)}`);
      return otherwise;
    }
  };
}

/** A multipart whose boundary never came is a plain text that calls itself multipart. */
function rescuePreambles(part: MimePart, bodies: Map<MimePart, Leaf>): void {
  if (part.boundary !== null && part.children.length === 0 && part.preamble.length > 0) {
    bodies.set(part, {
      kind: "text",
      part: { ...part, type: "text/plain" },
      bytes: Buffer.concat(part.preamble),
    });
  }
  for (const child of part.children) rescuePreambles(child, bodies);
}

function deliveredTo(headers: RawHeader[]): string[] {
  const names = new Set([
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "x-envelope-to",
    "x-delivered-to",
    "x-forwarded-to",
    "x-forwarded-for",
    "x-rcpt-to",
    "apparently-to",
    "x-ms-exchange-organization-originalenveloperecipients",
  ]);
  const found = headers
    .filter((header) => names.has(header.name))
    .flatMap((header) => parseAddressList(header.value));
  return [...new Set(found.map((mailbox) => mailbox.address).filter((address) => address !== ""))];
}

function withoutExactness(mailboxes: Mailbox[]): Address[] {
  return mailboxes.map(({ name, address }) => ({ name, address }));
}
