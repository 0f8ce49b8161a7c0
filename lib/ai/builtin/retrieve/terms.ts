import { conceptsOf } from "../text/concepts/index.ts";
import { normalise } from "../text/normalise.ts";
import { emptyWords } from "../text/stop-words.ts";
import { tokens } from "../text/tokens.ts";

/**
 * Index terms of a text by kind. Each kind is scored by itself, because what a match is worth differs:
 * English lives by stems, Korean by pairs of syllables, which survive particles and spacing.
 */
export type Terms = Record<TermKind, string[]>;
export const termKinds = [
  "stem",
  "stemPair",
  "letters",
  "hangulStem",
  "hangulPair",
  "syllables",
  "concept",
] as const;
export type TermKind = (typeof termKinds)[number];

/** Asking is not a topic either. */
const asking = new Set("what which who how when where why there here not no about".split(" "));

/** Porter stems, neighbours in pairs and letter 4-grams; Korean words without particles, in pairs, and as syllable pairs; concepts of both. */
export function terms(text: string): Terms {
  const found = tokens(normalise(text));
  const out: Terms = {
    stem: [],
    stemPair: [],
    letters: [],
    hangulStem: [],
    hangulPair: [],
    syllables: [],
    concept: conceptsOf(found),
  };
  found.forEach(({ word, stem, hangul }, i) => {
    const next = found[i + 1];
    if (next && next.hangul === hangul) (hangul ? out.hangulPair : out.stemPair).push(`${stem} ${next.stem}`);
    if (hangul) {
      out.hangulStem.push(stem);
      addGrams(out.syllables, stem, 2);
    } else if (!emptyWords.has(word) && !asking.has(word)) {
      out.stem.push(stem);
      addGrams(out.letters, word, 4);
    }
  });
  return out;
}

/** The n-grams of a word; a shorter word is its own. */
function addGrams(out: string[], word: string, size: number): void {
  if (word.length <= size) out.push(word);
  else for (let i = 0; i + size <= word.length; i++) out.push(word.slice(i, i + size));
}
