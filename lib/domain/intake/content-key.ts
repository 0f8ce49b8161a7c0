import { createHash } from "node:crypto";

/** Headers that mail servers add or change on the way: two copies of a mail differ in nothing else. */
const traceHeader =
  /^(?:received|return-path|delivered-to|x-original-to|dkim-signature|arc-[a-z-]+|authentication-results)[ \t]*:/i;

/**
 * What makes a mail the same mail: its mailbox and its bytes, line ends normalised, without trace headers.
 * The same Message-ID with other content is another mail.
 */
export function contentKey(mailboxAddress: string, raw: Uint8Array): string {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const hash = createHash("sha256").update(mailboxAddress.toLowerCase()).update("\n");
  const bodyAt = endOfHeaders(bytes);
  for (const field of headerFields(bytes.subarray(0, bodyAt).toString("latin1"))) {
    if (!traceHeader.test(field)) hash.update(field, "latin1").update("\n");
  }
  hash.update("\n");
  updateWithoutCarriageReturns(hash, bytes.subarray(bodyAt));
  return hash.digest("hex");
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

function updateWithoutCarriageReturns(hash: ReturnType<typeof createHash>, body: Buffer): void {
  let from = 0;
  for (let at = body.indexOf("\r\n"); at >= 0; at = body.indexOf("\r\n", at + 1)) {
    hash.update(body.subarray(from, at));
    from = at + 1;
  }
  hash.update(body.subarray(from));
}
