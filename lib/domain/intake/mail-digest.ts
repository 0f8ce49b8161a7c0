import { createHash } from "node:crypto";

/** What is known of a mail once it has gone by: enough to keep it and to tell whether it is here already. */
export type MailDigest = {
  /** Of the bytes as they came, hex. */
  sha256: string;
  sizeBytes: number;
  /** The header block with the empty line after it; everything where there is no such line. */
  head: Buffer;
  /** Of the body as every door leaves it, hex. */
  body: string;
};

const [cr, lf] = [0x0d, 0x0a];

/** Takes a mail in as many pieces as it comes in; only its headers stay in memory. */
export function digestMail(): { push(piece: Buffer): void; end(): MailDigest } {
  const whole = createHash("sha256");
  const body = digestBody();
  const head = untilEmptyLine();
  let sizeBytes = 0;
  return {
    push(piece) {
      whole.update(piece);
      sizeBytes += piece.length;
      const rest = head.push(piece);
      if (rest.length > 0) body.push(rest);
    },
    end: () => ({ sha256: whole.digest("hex"), sizeBytes, head: head.bytes(), body: body.end() }),
  };
}

/** The same for a mail that is in memory. */
export function digestOf(raw: Buffer): MailDigest {
  const digest = digestMail();
  digest.push(raw);
  return digest.end();
}

/** Keeps what comes up to the first empty line, and gives back what comes after it. */
function untilEmptyLine(): { push(piece: Buffer): Buffer; bytes(): Buffer } {
  const kept: Buffer[] = [];
  let ended = false;
  /** The last three bytes: the empty line may lie across two pieces. */
  let last = Buffer.alloc(0);
  return {
    push(piece) {
      if (ended) return piece;
      const seen = Buffer.concat([last, piece]);
      const end = endOfHead(seen);
      const mine = end < 0 ? piece.length : end - last.length;
      // Copied, so that it does not hold on to the piece that it came in.
      kept.push(Buffer.from(piece.subarray(0, mine)));
      last = seen.subarray(-3);
      ended = end >= 0;
      return piece.subarray(mine);
    },
    bytes: () => Buffer.concat(kept),
  };
}

function endOfHead(bytes: Buffer): number {
  const crlf = bytes.indexOf("\r\n\r\n");
  const bare = bytes.indexOf("\n\n");
  const ends = [crlf < 0 ? -1 : crlf + 4, bare < 0 ? -1 : bare + 2].filter((end) => end >= 0);
  return ends.length > 0 ? Math.min(...ends) : -1;
}

/**
 * The hash of a body as every door leaves it: line ends are one character, however many returns they have, those
 * at the end do not count (SMTP adds one), and NUL is what Dovecot makes of it.
 */
function digestBody(): { push(piece: Buffer): void; end(): string } {
  const hash = createHash("sha256");
  /** Line ends that count only if something follows. */
  let held: Buffer[] = [];
  /** Returns at the end of what was fed: whether they belong to a line end is seen by what follows. */
  let returns = 0;

  function feed(bytes: Buffer): void {
    let from = 0;
    while (bytes[from] === cr) from += 1;
    returns += from;
    if (from === bytes.length) return;
    if (bytes[from] !== lf) hash.update("\r".repeat(returns));
    let end = bytes.length;
    while (bytes[end - 1] === cr) end -= 1;
    returns = bytes.length - end;
    for (let at = bytes.indexOf("\r\n", from); at >= 0; at = bytes.indexOf("\r\n", at + 1)) {
      let stop = at;
      while (stop > from && bytes[stop - 1] === cr) stop -= 1;
      hash.update(withoutNul(bytes.subarray(from, stop)));
      from = at + 1;
    }
    hash.update(withoutNul(bytes.subarray(from, end)));
  }

  return {
    push(piece) {
      let end = piece.length;
      while (end > 0 && (piece[end - 1] === lf || piece[end - 1] === cr)) end -= 1;
      if (end > 0) {
        for (const bytes of held) feed(bytes);
        held = [];
        feed(piece.subarray(0, end));
      }
      if (end < piece.length) held.push(Buffer.from(piece.subarray(end)));
    },
    end: () => hash.digest("hex"),
  };
}

function withoutNul(bytes: Buffer): Buffer {
  return bytes.includes(0) ? Buffer.from(bytes.map((byte) => byte || 0x80)) : bytes;
}
