import { searchTerms } from "./search-terms.ts";
import { stripKorean } from "./strip-korean.ts";

export type Piece = { text: string; hit: boolean };

/** The text in pieces, those that the words found marked. */
export function highlight(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of hits(text, words)) {
    if (start > from) pieces.push({ text: text.slice(from, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), hit: false });
  return pieces;
}

/** The words around the first hit, on one line; null when there is none. */
export function excerpt(text: string, words: readonly string[], length = 140): string | null {
  const line = text.slice(0, 20_000).replace(/\s+/gu, " ").trim();
  const [first] = hits(line, words);
  if (!first) return null;
  if (line.length <= length) return line;
  const start = Math.max(0, Math.min(first.start - Math.floor(length / 4), line.length - length));
  const begin = start === 0 ? 0 : line.indexOf(" ", start - 1) + 1 || start;
  const cut = line.slice(Math.min(begin, first.start), begin + length).toWellFormed();
  return `${begin > 0 ? "… " : ""}${cut}${begin + length < line.length ? " …" : ""}`;
}

type Hit = { start: number; end: number };

function hits(text: string, words: readonly string[]): Hit[] {
  const asked = words.flatMap(
    (word) =>
      word
        .toLowerCase()
        .normalize("NFKC")
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  const hangul = asked.filter((word) => /\p{Script=Hangul}/u.test(word)).map((word) => stripKorean(word));
  const stems = new Set(
    asked.filter((word) => !/\p{Script=Hangul}/u.test(word)).flatMap((word) => searchTerms(word)),
  );
  const found: Hit[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const lower = word.toLowerCase();
    if (lower.length !== word.length) continue;
    if (/\p{Script=Hangul}/u.test(word)) {
      const at = hangul.map((one) => ({ one, at: lower.indexOf(one) })).find((hit) => hit.at !== -1);
      if (at) found.push({ start: index + at.at, end: index + at.at + at.one.length });
    } else if (searchTerms(word).some((term) => stems.has(term))) {
      found.push({ start: index, end: index + word.length });
    }
  }
  return found;
}
