import iconv from "iconv-lite";
import { decodeIso2022Kr } from "./iso-2022-kr.ts";
import { decodeJohab } from "./johab.ts";

export interface DecodedText {
  text: string;
  /** What the bytes turned out to be: the label as written, lower-cased, when it was true; else our name for it. */
  charset: string;
}

/**
 * Bytes → text. A label is a witness, not the truth: senders lie, leave it out, or use private names.
 * Order: byte-order mark · valid non-ASCII UTF-8 · the label, when the bytes fit it · `hint` (the charset of
 * another part of the same mail) · a guess from the bytes. Never throws; bytes that fit nothing become U+FFFD.
 */
export function decodeText(bytes: Buffer, label: string | null, hint: string | null = null): DecodedText {
  const marked = decodeByMark(bytes);
  if (marked) return marked;
  const named = canonicalCharset(label);
  const hinted = canonicalCharset(hint);

  if (isAscii(bytes)) {
    const ascii = decodeAscii(bytes, named);
    return ascii.charset === named ? { text: ascii.text, charset: written(label, named) } : ascii;
  }
  const utf8 = decodeStrictUtf8(bytes);
  if (utf8 !== null && !fitsBetter(utf8, bytes, named)) return { text: utf8, charset: "utf-8" };

  if (named && named !== "utf-8" && named !== "us-ascii") {
    const text = decodeWith(bytes, named);
    if (isPlausible(text) || !isMultibyte(named)) return { text, charset: written(label, named) };
  }
  if (named === "utf-8" && isMostlyUtf8(bytes)) return { text: bytes.toString("utf8"), charset: "utf-8" };
  if (hinted && hinted !== "utf-8" && hinted !== "us-ascii") {
    const text = decodeWith(bytes, hinted);
    if (isPlausible(text)) return { text, charset: hinted };
  }
  const guess = guessCharset(bytes);
  return { text: decodeWith(bytes, guess), charset: guess };
}

function written(label: string | null, canonical: string): string {
  const cleaned = label?.trim().toLowerCase() ?? "";
  return /^[a-z0-9._:-]{2,40}$/.test(cleaned) ? cleaned : canonical;
}

/** The label as iconv-lite or we know it; null for none, unknown, or one that is a transfer encoding. */
export function canonicalCharset(label: string | null): string | null {
  if (!label) return null;
  const cleaned = label
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/g, "")
    .replace(/\*.*$/, "");
  const key = cleaned.replace(/[^a-z0-9]/g, "");
  if (key in aliases) return aliases[key] ?? null;
  if (/^(?:base64|hex|binary|internal|ucs2|utf7imap|unicode11utf7)$/.test(key)) return null;
  return iconv.encodingExists(cleaned) ? cleaned : null;
}

/** Keys have letters and digits only. Labels seen in mail that iconv-lite lacks, or reads too narrowly. */
const aliases: Record<string, string | null> = {
  ascii: "us-ascii",
  usascii: "us-ascii",
  ansix341968: "us-ascii",
  "646": "us-ascii",
  "7bit": "us-ascii",
  utf8: "utf-8",
  unicode11utf8: "utf-8",
  utf8mb4: "utf-8",
  cp65001: "utf-8",
  euckr: "euc-kr",
  ksc5601: "euc-kr",
  ksc56011987: "ks_c_5601-1987",
  ksc56011989: "ks_c_5601-1987",
  korean: "euc-kr",
  isoir149: "euc-kr",
  csksc56011987: "ks_c_5601-1987",
  cseuckr: "euc-kr",
  ksx1001: "euc-kr",
  uhc: "cp949",
  xuhc: "cp949",
  ms949: "cp949",
  cp949: "cp949",
  xwindows949: "cp949",
  windows949: "cp949",
  xcp949: "cp949",
  ansi949: "cp949",
  "949": "cp949",
  johab: "johab",
  ksc56011992: "johab",
  cp1361: "johab",
  iso2022kr: "iso-2022-kr",
  csiso2022kr: "iso-2022-kr",
  iso2022jp: "iso-2022-jp",
  csiso2022jp: "iso-2022-jp",
  iso2022jpms: "iso-2022-jp",
  iso2022jp1: "iso-2022-jp",
  iso2022jp2: "iso-2022-jp",
  cp50220: "iso-2022-jp",
  cp50221: "iso-2022-jp",
  sjis: "shift_jis",
  xsjis: "shift_jis",
  shiftjis: "shift_jis",
  windows31j: "shift_jis",
  mskanji: "shift_jis",
  gb2312: "gb18030",
  gbk: "gb18030",
  gb18030: "gb18030",
  xgbk: "gb18030",
  euccn: "gb18030",
  cp936: "gb18030",
  hzgb2312: "hz-gb-2312",
  big5: "big5",
  xxbig5: "big5",
  cnbig5: "big5",
  big5hkscs: "big5-hkscs",
  iso88591: "iso-8859-1",
  latin1: "iso-8859-1",
  l1: "iso-8859-1",
  isoir100: "iso-8859-1",
  iso88598i: "iso-8859-8",
  iso88598e: "iso-8859-8",
  iso88596i: "iso-8859-6",
  iso88596e: "iso-8859-6",
  utf16: "utf-16",
  utf16le: "utf-16le",
  utf16be: "utf-16be",
  unicode: "utf-16",
  ucs2: "utf-16",
  iso10646ucs2: "utf-16be",
  utf32: "utf-32",
  utf32le: "utf-32le",
  utf32be: "utf-32be",
  utf7: "utf-7",
  unicode11utf7: "utf-7",
  xunknown: null,
  unknown8bit: null,
  default: null,
  none: null,
};

/** Decodes without doubting the label. */
function decodeWith(bytes: Buffer, charset: string): string {
  try {
    if (charset === "iso-2022-kr") return decodeIso2022Kr(bytes);
    if (charset === "johab") return decodeJohab(bytes);
    if (charset === "iso-2022-jp" || charset === "hz-gb-2312") return decodeStateful(bytes, charset);
    if (charset === "utf-16") return decodeUtf16(bytes);
    if (charset === "euc-kr" || charset === "ks_c_5601-1987") return iconv.decode(bytes, "cp949");
    if (charset === "iso-8859-1" || charset === "us-ascii") return iconv.decode(bytes, "windows-1252");
    return iconv.decode(bytes, charset);
  } catch {
    return bytes.toString("latin1");
  }
}

/** Node's own decoder for the escape-sequence charsets (it is broken only for Korean). */
function decodeStateful(bytes: Buffer, charset: string): string {
  if (charset === "hz-gb-2312") return decodeHz(bytes);
  // Joined pieces leave escapes with nothing between them, which the decoder would answer with U+FFFD.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ESC is the charset's own character.
  const escapes = bytes.toString("latin1").replace(/\x1b[$(][@-Z](?=\x1b[$(])/g, "");
  return new TextDecoder("iso-2022-jp").decode(Buffer.from(escapes, "latin1"));
}

/** RFC 1843: `~{` … `~}` switches to GB2312 in seven bits. */
function decodeHz(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/~\n/g, "")
    .replace(/~\{([\s\S]*?)(?:~\}|$)/g, (_, pairs: string) =>
      iconv.decode(Buffer.from(Array.from(pairs, (c) => c.charCodeAt(0) | 0x80)), "gb18030"),
    )
    .replaceAll("~~", "~");
}

/** Without a mark: the byte order that gives fewer NUL high bytes in the wrong place. RFC 2781 says big-endian. */
function decodeUtf16(bytes: Buffer): string {
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i + 1 < bytes.length && i < 4096; i += 2) {
    if (bytes[i] === 0) evenZeros++;
    if (bytes[i + 1] === 0) oddZeros++;
  }
  return iconv.decode(bytes, oddZeros > evenZeros ? "utf-16le" : "utf-16be");
}

function decodeByMark(bytes: Buffer): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const text = decodeStrictUtf8(bytes.subarray(3));
    return text === null ? null : { text, charset: "utf-8" };
  }
  if (bytes.length % 2 === 0 && bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: iconv.decode(bytes.subarray(2), "utf-16le"), charset: "utf-16le" };
  if (bytes.length % 2 === 0 && bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: iconv.decode(bytes.subarray(2), "utf-16be"), charset: "utf-16be" };
  return null;
}

/** Seven bits can still be a shifted charset, and UTF-16 of Latin text is all below 0x80. */
function decodeAscii(bytes: Buffer, named: string | null): DecodedText {
  if (bytes.includes("\x1b$)C") && bytes.includes(0x0e))
    return { text: decodeIso2022Kr(bytes), charset: "iso-2022-kr" };
  if (bytes.includes("\x1b$") && named !== "iso-2022-kr")
    return { text: decodeStateful(bytes, "iso-2022-jp"), charset: "iso-2022-jp" };
  if (named && /^(?:utf-16|utf-32|utf-7|hz-gb|iso-2022-kr)/.test(named))
    if (!/^utf-(?:16|32)/.test(named) || bytes.includes(0))
      return { text: decodeWith(bytes, named), charset: named };
  return { text: bytes.toString("latin1"), charset: named ?? "us-ascii" };
}

function isAscii(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return false;
  return true;
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeStrictUtf8(bytes: Buffer): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * A few East Asian byte pairs are also valid two-byte UTF-8 (the "Bush hid the facts" trap). Real UTF-8 of these
 * languages is made of three-byte characters, so a text of two-byte ones only belongs to the label.
 */
function fitsBetter(utf8: string, bytes: Buffer, named: string | null): boolean {
  if (!named || !isMultibyte(named)) return false;
  for (const character of utf8) if (character.codePointAt(0)! > 0x7ff) return false;
  return isPlausible(decodeWith(bytes, named));
}

function isMultibyte(charset: string): boolean {
  return /^(?:euc-|ks_c|cp949|johab|shift_jis|gb|big5|iso-2022|utf-)/.test(charset);
}

/** At most one character in fifty is a replacement or private-use one. */
function isPlausible(text: string): boolean {
  let bad = 0;
  let high = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    high++;
    if (code === 0xfffd || (code >= 0xe000 && code < 0xf900)) bad++;
  }
  return bad * 50 <= high;
}

function isMostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString("utf8");
  let good = 0;
  let bad = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) bad++;
    else if (code >= 0x80) good++;
  }
  return good > bad;
}

/** Two-byte lead statistics: Hangul sits in B0–C8, kana in A4–A5 (EUC) or 82–83 (Shift_JIS), hanzi spreads to F7. */
function guessCharset(bytes: Buffer): string {
  let hangul = 0;
  let kana = 0;
  let pairs = 0;
  let broken = 0;
  let shiftJisKana = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if ((lead === 0x82 || lead === 0x83) && trail >= 0x40) shiftJisKana++;
    if (
      lead >= 0x81 &&
      lead <= 0xfe &&
      (trail >= 0xa1 || (trail >= 0x41 && lead <= 0xc6 && trail !== 0xff))
    ) {
      if (trail < 0xa1 && !/[A-Za-z\x81-\xa0]/.test(String.fromCharCode(trail))) broken++;
      pairs++;
      if (lead >= 0xb0 && lead <= 0xc8) hangul++;
      if (lead === 0xa4 || lead === 0xa5) kana++;
      i++;
    } else broken++;
  }
  if (broken > pairs / 10) return shiftJisKana > pairs / 3 ? "shift_jis" : "windows-1252";
  if (shiftJisKana > pairs / 3) return "shift_jis";
  if (kana > pairs / 3) return "euc-jp";
  if (pairs >= 1 && hangul >= pairs * 0.8 && isPlausible(iconv.decode(bytes, "cp949"))) return "euc-kr";
  if (pairs >= 4 && isPlausible(iconv.decode(bytes, "gb18030"))) return "gb18030";
  return "windows-1252";
}
