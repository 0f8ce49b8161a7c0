import iconv from "iconv-lite";

// Five bits each for initial, vowel and final; -1 is a hole in the code. KS X 1001 annex 3, layout as in Unicode's JOHAB.TXT.
const initials = [-1, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
const vowels = [
  -1, -1, -1, 0, 1, 2, 3, 4, -1, -1, 5, 6, 7, 8, 9, 10, -1, -1, 11, 12, 13, 14, 15, 16, -1, -1, 17, 18, 19,
  20,
];
const finals = [
  -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, -1, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
  27,
];

/** Johab (Windows code page 1361): composed Hangul by its bits, symbols and hanja by their place in KS X 1001. */
export function decodeJohab(bytes: Buffer): string {
  let text = "";
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    text += decodePair(lead, bytes[++i] ?? 0);
  }
  return text;
}

function decodePair(lead: number, trail: number): string {
  if (lead >= 0xd8) return iconv.decode(Buffer.from(toEucKr(lead, trail)), "cp949");
  const code = (lead << 8) | trail;
  const initial = initials[(code >> 10) & 31] ?? -1;
  const vowel = vowels[(code >> 5) & 31] ?? -1;
  const final = finals[code & 31] ?? -1;
  if (initial >= 0 && vowel >= 0 && final >= 0)
    return String.fromCharCode(0xac00 + (initial * 21 + vowel) * 28 + final);
  if (initial < 0 && final === 0 && vowel >= 0) return String.fromCharCode(0x314f + vowel);
  if (initial >= 0 && vowel < 0 && final === 0)
    return "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[initial] ?? "\ufffd";
  return "\ufffd";
}

/** Two KS X 1001 rows share one lead byte: trails up to A0 are the odd row, above it the even one. */
function toEucKr(lead: number, trail: number): [number, number] {
  const base = lead >= 0xe0 ? (lead - 0xe0) * 2 + 0xca : (lead - 0xd9) * 2 + 0xa1;
  if (trail >= 0xa1) return [base + 1, trail];
  return [base, trail >= 0x91 ? trail - 0x91 + 0xef : trail - 0x31 + 0xa1];
}
