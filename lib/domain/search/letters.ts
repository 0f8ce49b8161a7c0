import { searchTerms } from "./search-terms.ts";
import { stripKorean } from "./strip-korean.ts";

const shortest = 2;
const longest = 30;

/** The words of a text that somebody might misspell: no numbers, Hangul without its particles. */
export function wordsToLearn(text: string): string[] {
  const words = new Set<string>();
  for (const [word] of text
    .toLowerCase()
    .normalize("NFKC")
    .matchAll(/[\p{L}]+/gu)) {
    const bare = /\p{Script=Hangul}/u.test(word) ? stripKorean(word) : word;
    const latin = bare === word && !/\p{Script=Hangul}/u.test(word);
    if (bare.length < (latin ? 4 : shortest) || bare.length > longest) continue;
    if (searchTerms(bare).length > 0) words.add(bare);
  }
  return [...words];
}

/** Hangul taken apart into its letters, so that one wrong vowel is one wrong letter and not a wrong syllable. */
export const lettersOf = (word: string): string => word.toLowerCase().normalize("NFKC").normalize("NFD");

/** Edits from one word to the other; stops counting beyond `most`. */
export function distance(one: string, other: string, most = 3): number {
  const a = [...one];
  const b = [...other];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = b.map((_, at) => at + 1);
  before.unshift(0);
  let earlier: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, before[j]! + 1, row[j - 1]! + 1);
      // Two letters in the wrong order are one mistake.
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j]!, earlier[j - 2]! + 1);
      }
    }
    earlier = before;
    before = row;
  }
  return before[b.length]!;
}

/** How many wrong letters a word of this length is forgiven. */
export function forgiven(word: string): number {
  const letters = [...lettersOf(word)].length;
  return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}
