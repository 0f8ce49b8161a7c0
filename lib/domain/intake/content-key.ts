import { createHash } from "node:crypto";

/** Headers that mail servers add or change on the way: two copies of a mail differ in nothing else. */
const traceHeader =
  /^(?:received|return-path|delivered-to|x-original-to|dkim-signature|arc-[a-z-]+|authentication-results)[ \t]*:/i;

/** What its writer gave a mail. Servers add other headers on the way: a scanner's verdict, a footer of theirs. */
const writtenHeader = /^(?:message-id|from|date|subject|content-type|content-transfer-encoding)[ \t]*:/i;

/**
 * The same mail that came by two ways, of which one added headers: mailbox, Message-ID, From, Date, Subject and
 * body. Null without a Message-ID: then only `contentKey` tells.
 */
export function copyKey(
  mailboxAddress: string,
  raw: Uint8Array,
  body: string = finish(digestBody(raw)),
): string | null {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const bodyAt = endOfHeaders(bytes);
  const fields = headerFields(bytes.subarray(0, bodyAt).toString("latin1")).filter((field) =>
    writtenHeader.test(field),
  );
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
export function contentKey(
  mailboxAddress: string,
  raw: Uint8Array,
  body: string = finish(digestBody(raw)),
): string {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const hash = createHash("sha256").update(mailboxAddress.toLowerCase()).update("\n");
  const bodyAt = endOfHeaders(bytes);
  for (const field of headerFields(bytes.subarray(0, bodyAt).toString("latin1"))) {
    if (!traceHeader.test(field)) hash.update(field, "latin1").update("\n");
  }
  hash.update("\n");
  return hash.update(body).digest("hex");
}

function endOfHeaders(bytes: Buffer): number {
  const crlf = bytes.indexOf("\r\n\r\n");
  const lf = bytes.indexOf("\n\n");
  const found = [crlf < 0 ? -1 : crlf + 4, lf < 0 ? -1 : lf + 2].filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : bytes.length;
}

/** Whole fields, continuation lines included. */
function headerFields(head: string): string[] {
  return head
    .replace(/\r\n/g, "\n")
    .replace(/\n+$/, "")
    .split(/\n(?![ \t])/);
}

const sliceBytes = 1 << 20;

/**
 * The hash of a body as every door leaves it: line ends are one character, those at the end do not count (SMTP adds
 * one), and NUL is what Dovecot makes of it. Yields after each megabyte, so that a caller can let others in.
 */
export function* digestBody(raw: Uint8Array): Generator<void, string> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const hash = createHash("sha256");
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end -= 1;
  for (let start = endOfHeaders(bytes); start < end; start += sliceBytes) {
    const stop = Math.min(end, start + sliceBytes);
    let from = start;
    for (let at = bytes.indexOf("\r\n", start); at >= 0 && at < stop; at = bytes.indexOf("\r\n", at + 1)) {
      hash.update(withoutNul(bytes.subarray(from, at)));
      from = at + 1;
    }
    hash.update(withoutNul(bytes.subarray(from, stop)));
    yield;
  }
  return hash.digest("hex");
}

function finish<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function withoutNul(bytes: Buffer): Buffer {
  return bytes.includes(0) ? Buffer.from(bytes.map((byte) => byte || 0x80)) : bytes;
}
