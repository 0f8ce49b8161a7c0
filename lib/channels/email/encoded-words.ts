import { canonicalCharset, decodeText } from "./charset.ts";
import { cleanLine } from "./clean-text.ts";

const word = /=\?([^?\s]{1,60})\?([bq])\?([^?]*?)\?=/gi;

/**
 * A header value (binary: one character a byte) as one clean line of text. Encoded words (RFC 2047) are decoded
 * on bytes, neighbours of one charset joined first because senders split characters; eight-bit bytes are allowed
 * inside and outside of them. `hint` is the charset of the body.
 */
export function decodeHeaderText(binary: string, hint: string | null = null): string {
  return cleanLine(decodeHeaderPieces(binary, hint));
}

/** The same without cleaning, for callers that still need the white space. */
export function decodeHeaderPieces(binary: string, hint: string | null = null): string {
  const pieces: { charset: string | null; encoded: boolean; bytes: string }[] = [];
  let end = 0;
  for (const match of binary.matchAll(word)) {
    const between = binary.slice(end, match.index);
    const last = pieces.at(-1);
    if (!(last?.encoded && /^\s*$/.test(between)) && between) pieces.push(plain(between));
    const charset = (match[1] ?? "").replace(/\*.*$/, "").toLowerCase();
    const bytes = decodeWord(match[2] ?? "q", match[3] ?? "");
    const before = pieces.at(-1);
    if (before?.encoded && before.charset === charset) before.bytes += bytes;
    else pieces.push({ charset, encoded: true, bytes });
    end = match.index + match[0].length;
  }
  if (end < binary.length) pieces.push(plain(binary.slice(end)));
  return pieces.map((piece) => decodePiece(piece.bytes, piece.encoded ? piece.charset : null, hint)).join("");
}

function plain(bytes: string) {
  return { charset: null, encoded: false, bytes };
}

function decodePiece(bytes: string, label: string | null, hint: string | null): string {
  return decodeText(Buffer.from(bytes, "latin1"), canonicalCharset(label), hint).text;
}

function decodeWord(encoding: string, text: string): string {
  if (encoding.toLowerCase() === "b") {
    return text
      .replace(/[^A-Za-z0-9+/=]/g, "")
      .split(/=+/)
      .map((run) => Buffer.from(run, "base64").toString("latin1"))
      .join("");
  }
  return text
    .replaceAll("_", " ")
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
