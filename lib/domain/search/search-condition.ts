import { searchTerms } from "./search-terms.ts";
import { stripKorean } from "./strip-korean.ts";
import { places } from "./ticket-terms.ts";

type Place = keyof typeof places;

/**
 * The condition that a ticket's terms must meet to hold all these words, in the writing of PostgreSQL's tsquery;
 * null when nothing searchable is in them. With `typing` the last word may be the beginning of one.
 */
export function searchCondition(
  words: readonly string[],
  { place, typing = false }: { place?: Place | undefined; typing?: boolean } = {},
): string | null {
  const mark = place ? places[place] : "";
  const each = words.flatMap((word, at) => wordCondition(word, mark, typing && at === words.length - 1));
  return each.length === 0 ? null : each.join(" & ");
}

function wordCondition(word: string, mark: string, isBeginning: boolean): string[] {
  const conditions: string[] = [];
  for (const [run] of word
    .normalize("NFKC")
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    if (/\p{Script=Hangul}/u.test(run)) conditions.push(...hangul(run, mark));
    else {
      const [term] = searchTerms(run);
      if (term && isBeginning && run.length >= 2)
        conditions.push(`(${quote(mark + term)}:* | ${quote(mark + run)}:*)`);
      else if (term) conditions.push(quote(mark + term));
    }
  }
  return conditions;
}

/**
 * A long word is looked for by its halves, so that 환불요청 finds 환불 요청; two syllables may be a word, or one
 * syllable and its particle.
 */
function hangul(run: string, mark: string): string[] {
  const word = [...stripKorean(run)];
  const parts = word.length < 4 ? [word.join("")] : halves(word);
  const all = [...new Set(parts.flatMap((part) => searchTerms(part)))].map((term) => quote(mark + term));
  const bare = stripKorean(run, 1);
  if ([...run].length === 2 && bare.length === 1 && all.length === 1)
    return [`(${all[0]} | ${quote(mark + bare)})`];
  return all;
}

function halves(word: string[]): string[] {
  const pairs = word.flatMap((_, at) =>
    at % 2 === 0 && at + 1 < word.length ? [word.slice(at, at + 2).join("")] : [],
  );
  return word.length % 2 === 0 ? pairs : [...pairs, word.slice(-2).join("")];
}

/** Letters, digits and our own marks alone ever get here; quoted all the same. */
const quote = (term: string): string => `'${term.replace(/['\\]/g, "")}'`;
