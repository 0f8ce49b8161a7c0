import { conceptsOf } from "../text/concepts/index.ts";
import { fnv1a, fnvSpace, fnvStep, mixBits } from "../text/hash.ts";
import { normalise } from "../text/normalise.ts";
import { emptyWords } from "../text/stop-words.ts";
import { type Token, tokens } from "../text/tokens.ts";

/** Hashed features of one text, with repeats, in blocks that are scaled to unit length one by one. */
export type FeatureBag = { blocks: Uint32Array[] };

/** What each block of `extractFeatures` weighs against the others. Chosen on the public training sets, 5 and 10 examples a class. */
export const blockWeights = [0.8, 1, 0.4, 0.65] as const;

const spaces = {
  stem: fnvSpace("stem"),
  pair: fnvSpace("pair"),
  first: fnvSpace("first"),
  last: fnvSpace("last"),
  together: fnvSpace("together"),
  concept: fnvSpace("concept"),
  concepts: fnvSpace("concepts"),
  letters: fnvSpace("letters"),
  syllables: fnvSpace("syllables"),
};

/** Pairs grow with the square of the length; longer texts are paired up to here. */
const longest = 24;

/** Stems and neighbours; character n-grams; content words found together; concepts, alone and together. */
export function extractFeatures(text: string): FeatureBag {
  const found = tokens(normalise(text));
  const content = [...new Set(found.filter((t) => !emptyWords.has(t.word)).map((t) => t.stem))].slice(
    0,
    longest,
  );
  const concepts = conceptsOf(found);
  return {
    blocks: [
      wordFeatures(found),
      characterFeatures(found),
      Uint32Array.from(pairs(content, spaces.together)),
      Uint32Array.from([
        ...concepts.map((name) => mixBits(fnv1a(name, spaces.concept))),
        ...pairs(concepts.slice(0, longest), spaces.concepts),
      ]),
    ],
  };
}

/** Stems, stems with the next and the next but one, and the first and last stem: questions differ in how they begin and end. */
function wordFeatures(found: readonly Token[]): Uint32Array {
  const out: number[] = [];
  for (let i = 0; i < found.length; i++) {
    const { stem } = found[i]!;
    out.push(mixBits(fnv1a(stem, spaces.stem)));
    for (const neighbour of [found[i + 1], found[i + 2]]) {
      if (neighbour) out.push(hashPair(stem, neighbour.stem, spaces.pair));
    }
  }
  if (found.length > 0) {
    out.push(mixBits(fnv1a(found[0]!.stem, spaces.first)));
    out.push(mixBits(fnv1a(found.at(-1)!.stem, spaces.last)));
  }
  return Uint32Array.from(out);
}

/** Every unordered pair. */
function pairs(items: readonly string[], space: number): number[] {
  const sorted = items.toSorted();
  const out: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    for (let j = i + 1; j < sorted.length; j++) out.push(hashPair(sorted[i]!, sorted[j]!, space));
  }
  return out;
}

function hashPair(left: string, right: string, space: number): number {
  return mixBits(fnv1a(right, fnvStep(fnv1a(left, space), 32)));
}

/** Word-bounded 2- to 4-grams of letters; 1- to 4-grams of Hangul syllables. */
function characterFeatures(found: readonly Token[]): Uint32Array {
  const out: number[] = [];
  for (const { word, hangul } of found) {
    const padded = ` ${word} `;
    const shortest = hangul ? 1 : 2;
    const space = hangul ? spaces.syllables : spaces.letters;
    for (let start = 0; start < padded.length; start++) {
      let hash = space;
      const end = Math.min(padded.length, start + 4);
      for (let i = start; i < end; i++) {
        const code = padded.charCodeAt(i);
        hash = fnvStep(hash, code);
        const length = i - start + 1;
        if (length >= shortest && !(length === 1 && code === 32)) out.push(mixBits(hash));
      }
    }
  }
  return Uint32Array.from(out);
}
