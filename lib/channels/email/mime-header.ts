import { canonicalCharset, decodeText } from "./charset.ts";
import { cleanLine } from "./clean-text.ts";
import { decodeHeaderText } from "./encoded-words.ts";

/** One header line as it came. `value` is unfolded and binary: one character a byte, nothing decoded. */
export interface RawHeader {
  name: string;
  value: string;
}

/** RFC 5322 s2.2, leniently: lines that are no header are skipped, a folded line belongs to the one before. */
export function parseHeaderBlock(block: Buffer, maxLines = 5000): RawHeader[] {
  const headers: { name: string; lines: string[] }[] = [];
  for (const line of block.toString("latin1").split(/\r\n|\n|\r(?!\n)/)) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line)) {
      last?.lines.push(line);
      continue;
    }
    const colon = line.indexOf(":");
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!/^[!-9;-~]{1,200}$/.test(name)) continue;
    if (headers.length >= maxLines) break;
    headers.push({ name, lines: [line.slice(colon + 1)] });
  }
  return headers.map(({ name, lines }) => ({ name, value: lines.join("").trim() }));
}

export function firstHeader(headers: RawHeader[], name: string): string | null {
  return headers.find((header) => header.name === name)?.value ?? null;
}

export function allHeaders(headers: RawHeader[], name: string): string[] {
  return headers.filter((header) => header.name === name).map((header) => header.value);
}

export interface HeaderWithParameters {
  value: string;
  /** Names lower-cased, values decoded: RFC 2231 pieces and charsets, encoded words, raw eight-bit bytes. */
  parameters: Map<string, string>;
}

/** `text/plain; charset=…; name*0*=…` (RFC 2045 s5.1, RFC 2231). `hint` decodes raw eight-bit values. */
export function parseParameters(raw: string | null, hint: string | null = null): HeaderWithParameters {
  const [head = "", ...rest] = splitParameters(raw ?? "");
  const pieces = new Map<string, { order: number; extended: boolean; value: string }[]>();
  for (const piece of rest) {
    const equals = piece.indexOf("=");
    if (equals < 1) continue;
    const match = /^([^*\s]+)\s*(?:\*(\d{1,4}))?(\*)?$/.exec(piece.slice(0, equals).trim().toLowerCase());
    if (!match?.[1]) continue;
    const list = pieces.get(match[1]) ?? [];
    const extended = match[3] === "*";
    // The same name twice: the first wins, but an extended value beats a plain one.
    list.push({ order: match[2] ? Number(match[2]) : -1, extended, value: unquote(piece.slice(equals + 1)) });
    pieces.set(match[1], list);
  }
  const parameters = new Map<string, string>();
  for (const [name, list] of pieces) parameters.set(name, joinPieces(list, hint));
  return { value: stripComments(head).trim().toLowerCase(), parameters };
}

function joinPieces(
  list: { order: number; extended: boolean; value: string }[],
  hint: string | null,
): string {
  const numbered = list.filter((piece) => piece.order >= 0).sort((a, b) => a.order - b.order);
  const single = list.find((piece) => piece.order < 0 && piece.extended) ?? list.find((p) => p.order < 0);
  const chosen = single?.extended || numbered.length === 0 ? (single ? [single] : []) : numbered;
  if (!chosen.some((piece) => piece.extended))
    return decodeHeaderText(chosen.map((piece) => piece.value).join(""), hint);

  const label = /^([^']*)'[^']*'/.exec(chosen[0]?.value ?? "");
  const bytes = chosen.map((piece, i) => {
    const value = i === 0 && label ? piece.value.slice(label[0].length) : piece.value;
    return piece.extended ? percentDecode(value) : value;
  });
  const charset = canonicalCharset(label?.[1] ?? null);
  return cleanLine(decodeText(Buffer.from(bytes.join(""), "latin1"), charset, hint).text);
}

function percentDecode(value: string): string {
  return value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Splits at `;` outside quotes. */
function splitParameters(raw: string): string[] {
  const pieces: string[] = [];
  let quoted = false;
  let start = 0;
  for (let i = 0; i < raw.length; i++) {
    const c = raw[i];
    if (c === "\\" && quoted) i++;
    else if (c === '"') quoted = !quoted;
    else if (c === ";" && !quoted) {
      pieces.push(raw.slice(start, i));
      start = i + 1;
    }
    if (pieces.length > 500) break;
  }
  pieces.push(raw.slice(start));
  return pieces;
}

function unquote(raw: string): string {
  const value = raw.trim();
  if (!value.startsWith('"')) return stripComments(value).trim();
  const end = /^"((?:[^"\\]|\\[\s\S])*)"?/.exec(value);
  return (end?.[1] ?? value.slice(1)).replace(/\\(["\\])/g, "$1");
}

/** Removes `(comments)` that are properly closed, in one linear pass. */
export function stripComments(text: string): string {
  if (!text.includes("(")) return text;
  let depth = 0;
  let kept = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === "\\" && i + 1 < text.length) {
      if (depth === 0) kept += c + text[i + 1];
      i++;
    } else if (c === '"' && depth === 0) {
      quoted = !quoted;
      kept += c;
    } else if (c === "(" && !quoted) depth++;
    else if (c === ")" && depth > 0) depth--;
    else if (depth === 0) kept += c;
  }
  return depth === 0 ? kept : text;
}
