import { fnv1a, fnvSpace, fnvStep, mixBits } from "../text/hash.ts";
import { normalise } from "../text/normalise.ts";
import { isHangul, type Token, tokens } from "../text/tokens.ts";

/** Hashed features of one text, with repeats, in blocks that are scaled to unit length one by one. */
export type FeatureBag = { blocks: Uint32Array[] };

const spaces = {
  word: fnvSpace("word"),
  stem: fnvSpace("stem"),
  pair: fnvSpace("pair"),
  skip: fnvSpace("skip"),
  gram: fnvSpace("gram"),
  syllable: fnvSpace("syllable"),
};

/** Words with pairs and skip-pairs in the first block, character n-grams in the second. */
export function extractFeatures(text: string): FeatureBag {
  const found = tokens(normalise(text));
  return { blocks: [wordFeatures(found), characterFeatures(found)] };
}

function wordFeatures(found: Token[]): Uint32Array {
  const out: number[] = [];
  for (let i = 0; i < found.length; i++) {
    const token = found[i]!;
    out.push(mixBits(fnv1a(token.word, spaces.word)));
    if (token.stem !== token.word) out.push(mixBits(fnv1a(token.stem, spaces.stem)));
    const next = found[i + 1];
    if (next) out.push(pair(token.stem, next.stem, spaces.pair));
    const later = found[i + 2];
    if (later) out.push(pair(token.stem, later.stem, spaces.skip));
  }
  return Uint32Array.from(out);
}

function pair(left: string, right: string, space: number): number {
  return mixBits(fnv1a(right, fnvStep(fnv1a(left, space), 32)));
}

/** Word-bounded 2- to 5-grams of letters; 1- to 4-grams of Hangul syllables. */
function characterFeatures(found: Token[]): Uint32Array {
  const out: number[] = [];
  for (const { word } of found) {
    const hangul = isHangul(word.charCodeAt(0));
    const padded = ` ${word} `;
    const shortest = hangul ? 1 : 2;
    const longest = hangul ? 4 : 5;
    const space = hangul ? spaces.syllable : spaces.gram;
    for (let start = 0; start < padded.length; start++) {
      let hash = space;
      const end = Math.min(padded.length, start + longest);
      for (let i = start; i < end; i++) {
        hash = fnvStep(hash, padded.charCodeAt(i));
        const length = i - start + 1;
        if (length >= shortest && !(length === 1 && padded.charCodeAt(i) === 32)) out.push(mixBits(hash));
      }
    }
  }
  return Uint32Array.from(out);
}
