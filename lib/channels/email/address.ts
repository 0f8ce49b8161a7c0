import type { Address, SenderVerdict } from "#lib/domain/intake/parsed-email.ts";
import { cleanLine } from "./clean-text.ts";
import { decodeHeaderPieces } from "./encoded-words.ts";

/** `exact`: the header had this address as one strict addr-spec, nothing was repaired. */
export interface Mailbox extends Address {
  exact: boolean;
}

/** Enough for any honest mail; a header of 50,000 recipients must not cost 50,000 rows. */
export const maxMailboxes = 2000;

/**
 * An address header (binary, undecoded) as mailboxes: RFC 5322 s3.4 with its obsolete forms, groups flattened.
 * The structure is found first and only names are decoded afterwards, so no encoded word can ever close an
 * angle bracket or become an address. Linear in the length of the header.
 */
export function parseAddressList(binary: string, hint: string | null = null): Mailbox[] {
  const mailboxes: Mailbox[] = [];
  let surname: string | null = null;
  for (const entry of splitEntries(binary)) {
    const mailbox = readEntry(entry, hint);
    if (!mailbox) continue;
    // `Doe, John <john@…>` without quotes: the part before the comma is a name, not a recipient.
    if (mailbox.address === "" && !entry.last && !entry.hasAt) {
      surname = surname === null ? mailbox.name : `${surname}, ${mailbox.name}`;
      continue;
    }
    if (surname !== null) {
      if (entry.angles.length > 0) mailbox.name = mailbox.name ? `${surname}, ${mailbox.name}` : surname;
      else mailboxes.push({ name: surname, address: "", exact: false });
      surname = null;
    }
    mailboxes.push(mailbox);
    if (mailboxes.length >= maxMailboxes) break;
  }
  if (surname) mailboxes.push({ name: surname, address: "", exact: false });
  return mailboxes;
}

/** One local part of dot-atoms and one host name of labels; no quotes, comments, literals or encoded words. */
export function isStrictAddress(address: string): boolean {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (at < 1 || local.length > 64 || domain.length > 253 || local.includes("=?")) return false;
  if (!/^[\p{L}\p{N}\p{M}!#$%&'*+\-/=?^_`{|}~]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+\-/=?^_`{|}~]+)*$/u.test(local))
    return false;
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]*[\p{L}\p{N}\p{M}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?)*$/u.test(
    domain,
  );
}

/** Who may be taken as the sender: exactly one From header with exactly one strict addr-spec (RFC 7489 s6.6.1). */
export function senderVerdict(fromHeaders: string[], hint: string | null): SenderVerdict {
  if (fromHeaders.length === 0) return { kind: "unverified", reason: "no From header" };
  if (fromHeaders.length > 1) return { kind: "unverified", reason: "more than one From header" };
  const mailboxes = parseAddressList(fromHeaders[0] ?? "", hint);
  const [only] = mailboxes;
  if (!only) return { kind: "unverified", reason: "From has no address" };
  if (mailboxes.length > 1) return { kind: "unverified", reason: "From has more than one address" };
  if (!only.exact) return { kind: "unverified", reason: "From is not one plain address" };
  return { kind: "known", address: only.address, name: only.name };
}

interface Entry {
  phrase: string[];
  comments: string[];
  angles: string[];
  damaged: boolean;
  hasAt: boolean;
  last: boolean;
}

/** Cuts the header at commas and semicolons that are outside quotes, comments, brackets and encoded words. */
function splitEntries(binary: string): Entry[] {
  const entries: Entry[] = [];
  let entry = newEntry();
  // A binary string has nothing above U+00FF, so \ue000, \ue001 (a quote) and \ue002 (a space in it) can mark.
  const text = binary;
  let i = 0;
  const finish = () => {
    entries.push(entry);
    entry = newEntry();
  };
  while (i < text.length && entries.length < maxMailboxes * 2) {
    const c = text[i]!;
    if (c === '"') {
      const [value, end] = readQuoted(text, i + 1);
      entry.phrase.push(`\ue000${value.replaceAll(" ", "\ue002")}\ue001`);
      i = end;
    } else if (c === "(") {
      const [value, end] = readComment(text, i + 1);
      entry.comments.push(value);
      i = end;
    } else if (c === "<") {
      const close = text.indexOf(">", i);
      const next = text.slice(i + 1, close === -1 ? text.length : close);
      entry.angles.push(next.slice(0, 2000));
      entry.damaged ||= close === -1;
      i = close === -1 ? text.length : close + 1;
    } else if (c === "," || c === ";") {
      finish();
      i++;
    } else if (c === ":" && entry.angles.length === 0 && !entry.hasAt) {
      entry = newEntry();
      i++;
    } else {
      const end = c === "=" ? encodedWordEnd(text, i) : i + 1;
      entry.hasAt ||= c === "@";
      entry.phrase.push(text.slice(i, end));
      i = end;
    }
  }
  finish();
  entries.at(-1)!.last = true;
  return entries;
}

function newEntry(): Entry {
  return { phrase: [], comments: [], angles: [], damaged: false, hasAt: false, last: false };
}

const wordAt = /=\?[^?\s]{1,60}\?[bqBQ]\?[^?<>]{0,2000}\?=/y;

function encodedWordEnd(text: string, start: number): number {
  wordAt.lastIndex = start;
  const match = wordAt.exec(text);
  return match ? start + match[0].length : start + 1;
}

function readQuoted(text: string, start: number): [string, number] {
  let value = "";
  let i = start;
  for (; i < text.length && text[i] !== '"'; i++) {
    if (text[i] === "\\" && i + 1 < text.length) i++;
    value += text[i];
  }
  return [value, i + 1];
}

function readComment(text: string, start: number): [string, number] {
  let depth = 1;
  let value = "";
  let i = start;
  for (; i < text.length; i++) {
    const c = text[i]!;
    if (c === "(") depth++;
    if (c === ")" && --depth === 0) break;
    if (c === "\\" && i + 1 < text.length) i++;
    value += text[i];
  }
  return [value, i + 1];
}

function readEntry(entry: Entry, hint: string | null): Mailbox | null {
  const written = entry.phrase.join("").slice(0, 20_000).trim();
  const comment = entry.comments.join(" ").trim();
  if (entry.angles.length > 0) {
    const spec = entry.angles.at(-1)!.trim();
    const plain = spec.replace(/^@[^:]*:/, "");
    const address = readAddress(plain);
    const name = nameText(written, hint) || nameText(comment, hint);
    const exact = entry.angles.length === 1 && !entry.damaged && plain === spec && isExact(spec);
    return { name, address, exact };
  }
  if (!written) return null;
  // Without brackets the address is the word with the @; what is quoted can be its local part.
  const words = written.split(/\s+/);
  const index = words.findLastIndex((word) => outsideQuotes(word).includes("@"));
  if (index === -1) return { name: nameText(written, hint), address: "", exact: false };
  const spec = words[index]!;
  const name = nameText(words.filter((_, i) => i !== index).join(" "), hint) || nameText(comment, hint);
  return { name, address: readAddress(spec), exact: words.length === 1 && isExact(spec) };
}

function outsideQuotes(word: string): string {
  return word.replace(/\ue000[^\ue001]*\ue001/g, "");
}

/** Quoted local parts get their quotes back: `"a b"@c` and `a b@c` must never be confused. */
function readAddress(spec: string): string {
  const written = spec
    .replaceAll("\ue002", " ")
    .replace(/\ue000([^\ue001]*)\ue001/g, (_, value: string) =>
      /[^\w.+-]/.test(value) ? `"${value}"` : value,
    );
  const decoded = decodeEightBit(written.trim());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an address with control characters is no address.
  if (/[\u0000-\u001f\u007f]/.test(decoded) || decoded.length > 320 || !decoded.includes("@")) return "";
  return decoded.replace(/\s+/g, "").toLowerCase().toWellFormed().normalize("NFC");
}

function isExact(spec: string): boolean {
  return isStrictAddress(decodeEightBit(spec));
}

function decodeEightBit(binary: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: asks whether there is anything beyond ASCII.
  return /^[\x00-\x7f]*$/.test(binary) ? binary : Buffer.from(binary, "latin1").toString("utf8");
}

function nameText(binary: string, hint: string | null): string {
  const unmarked = binary.replaceAll("\ue002", " ").replace(/[\ue000\ue001]/g, "");
  return cleanLine(decodeHeaderPieces(unmarked, hint))
    .replace(/^(['"])(.*)\1$/, "$2")
    .trim()
    .slice(0, 300);
}
