/** Undoes a Content-Transfer-Encoding piece by piece: give it lines, take bytes. */
export interface TransferDecoder {
  write(bytes: Buffer): Buffer;
  end(): Buffer;
}

const nothing = Buffer.alloc(0);

/** Unknown encodings are passed through, as most readers do (RFC 2045 s6.4 would make them octets). */
export function transferDecoder(encoding: string): TransferDecoder {
  const name = encoding.trim().toLowerCase();
  if (name === "base64") return base64Decoder();
  if (name === "quoted-printable") return quotedPrintableDecoder();
  if (/^(?:x-)?uu(?:e|encode)?$/.test(name)) return uuDecoder();
  return { write: (bytes) => bytes, end: () => nothing };
}

/** Foreign characters are skipped; padding in the middle starts a new run, as joined base64 does. */
function base64Decoder(): TransferDecoder {
  let held: string[] = [];
  let heldLength = 0;
  let rest = "";
  const drain = (last: boolean): Buffer => {
    const text = rest + held.join("").replace(/[^A-Za-z0-9+/=]+/g, "");
    held = [];
    heldLength = 0;
    rest = "";
    if (text.includes("=")) {
      const runs = text.split(/=+/);
      const tail = last ? "" : (runs.pop() ?? "");
      const whole = tail.length - (tail.length % 4);
      rest = tail.slice(whole);
      runs.push(tail.slice(0, whole));
      return Buffer.concat(runs.map((run) => Buffer.from(run, "base64")));
    }
    const whole = last ? text.length : text.length - (text.length % 4);
    rest = text.slice(whole);
    return Buffer.from(text.slice(0, whole), "base64");
  };
  return {
    write(bytes) {
      held.push(bytes.toString("latin1"));
      heldLength += bytes.length;
      return heldLength > 32_768 ? drain(false) : nothing;
    },
    end: () => drain(true),
  };
}

/** RFC 2045 s6.7. A broken `=XY` stays as it is; white space before a line end is not content. */
function quotedPrintableDecoder(): TransferDecoder {
  let held: Buffer[] = [];
  let heldLength = 0;
  const drain = (last: boolean): Buffer => {
    let text = Buffer.concat(held).toString("latin1");
    held = [];
    heldLength = 0;
    if (!last) {
      const cut = text.lastIndexOf("\n") + 1;
      if (cut > 0 && cut < text.length) {
        held.push(Buffer.from(text.slice(cut), "latin1"));
        heldLength = text.length - cut;
        text = text.slice(0, cut);
      }
    }
    const decoded = text
      .replace(/=[ \t]*(?:\r\n|\n|\r)/g, "")
      .replace(/=$/, "")
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(decoded, "latin1");
  };
  return {
    write(bytes) {
      held.push(bytes);
      heldLength += bytes.length;
      return heldLength > 32_768 ? drain(false) : nothing;
    },
    end: () => drain(true),
  };
}

/** POSIX uuencode: lines between `begin <mode> <name>` and `end`, each starting with its length. */
function uuDecoder(): TransferDecoder {
  let held: Buffer[] = [];
  return {
    write(bytes) {
      held.push(bytes);
      return nothing;
    },
    end() {
      const lines = Buffer.concat(held).toString("latin1").split(/\r?\n/);
      held = [];
      return decodeUuLines(lines);
    },
  };
}

export function decodeUuLines(lines: string[]): Buffer {
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  const output: Buffer[] = [];
  for (const line of lines.slice(begin + 1)) {
    if (line === "end" || line === "`") break;
    const length = (line.charCodeAt(0) - 32) & 63;
    if (!line || length === 0) continue;
    const bytes: number[] = [];
    for (let i = 1; i < line.length && bytes.length < length; i += 4) {
      const [a, b, c, d] = [0, 1, 2, 3].map((k) => ((line.charCodeAt(i + k) || 32) - 32) & 63);
      bytes.push((a! << 2) | (b! >> 4), ((b! & 15) << 4) | (c! >> 2), ((c! & 3) << 6) | d!);
    }
    output.push(Buffer.from(bytes.slice(0, length).map((byte) => byte & 255)));
  }
  return Buffer.concat(output);
}
