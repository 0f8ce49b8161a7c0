import type { FeatureBag } from "./features.ts";

/** Feature hash → number, by open addressing. `slots` holds number + 1, 0 where empty; its length is a power of two. */
export type Vocabulary = {
  hashes: Uint32Array;
  slots: Int32Array;
  idf: Float32Array;
  blockWeights: Float32Array;
};

/** Rows of sparse unit-scaled vectors: row r owns `starts[r]` to `starts[r + 1]`. */
export type SparseRows = { starts: Int32Array; index: Int32Array; value: Float32Array };

/** `known` is the share of the text's distinct features that the vocabulary has, per block. */
export type SparseVector = { index: Int32Array; value: Float32Array; known: number[] };

/** Features found in at least `minimum` rows, with inverse document frequencies ln((1 + n) / (1 + df)) + 1. */
export function buildVocabulary(
  bags: readonly FeatureBag[],
  minimum: number,
  blockWeights: readonly number[],
): Vocabulary {
  const frequency = new Map<number, number>();
  for (const bag of bags) {
    const seen = new Set<number>();
    for (const block of bag.blocks) for (const hash of block) seen.add(hash);
    for (const hash of seen) frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
  }
  // The most frequent first: training walks the weights row after row, and these stay in the cache.
  const kept = [...frequency].filter(([, df]) => df >= minimum).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const hashes = Uint32Array.from(kept, ([hash]) => hash);
  const idf = Float32Array.from(kept, ([, df]) => Math.log((1 + bags.length) / (1 + df)) + 1);
  return { hashes, slots: indexHashes(hashes), idf, blockWeights: Float32Array.from(blockWeights) };
}

/** The lookup table of a list of distinct hashes. */
export function indexHashes(hashes: Uint32Array): Int32Array {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size);
  for (let i = 0; i < hashes.length; i++) {
    let at = hashes[i]! & (size - 1);
    while (slots[at] !== 0) at = (at + 1) & (size - 1);
    slots[at] = i + 1;
  }
  return slots;
}

function lookUp(vocabulary: Vocabulary, hash: number): number {
  const { hashes, slots } = vocabulary;
  const mask = slots.length - 1;
  let at = hash & mask;
  for (;;) {
    const slot = slots[at]!;
    if (slot === 0) return -1;
    if (hashes[slot - 1] === hash) return slot - 1;
    at = (at + 1) & mask;
  }
}

/** Sublinear tf-idf with each block scaled to its weight: (1 + ln tf) · idf. Features not `allowed` count as unknown. */
export function vectorise(vocabulary: Vocabulary, bag: FeatureBag, allowed?: Uint8Array): SparseVector {
  const index: number[] = [];
  const value: number[] = [];
  const known: number[] = [];
  bag.blocks.forEach((block, b) => {
    const first = index.length;
    const sorted = block.slice().sort();
    let norm = 0;
    let distinct = 0;
    for (let i = 0; i < sorted.length; ) {
      let j = i + 1;
      while (j < sorted.length && sorted[j] === sorted[i]) j++;
      const found = lookUp(vocabulary, sorted[i]!);
      const id = found >= 0 && (!allowed || allowed[found]) ? found : -1;
      distinct++;
      if (id >= 0) {
        const v = (1 + Math.log(j - i)) * vocabulary.idf[id]!;
        index.push(id);
        value.push(v);
        norm += v * v;
      }
      i = j;
    }
    known.push(distinct === 0 ? 0 : (index.length - first) / distinct);
    const scale = norm > 0 ? vocabulary.blockWeights[b]! / Math.sqrt(norm) : 0;
    for (let i = first; i < value.length; i++) value[i]! *= scale;
  });
  return { index: Int32Array.from(index), value: Float32Array.from(value), known };
}

export function toRows(vectors: readonly SparseVector[]): SparseRows {
  const starts = new Int32Array(vectors.length + 1);
  for (let r = 0; r < vectors.length; r++) starts[r + 1] = starts[r]! + vectors[r]!.index.length;
  const index = new Int32Array(starts[vectors.length]!);
  const value = new Float32Array(starts[vectors.length]!);
  vectors.forEach((vector, r) => {
    index.set(vector.index, starts[r]!);
    value.set(vector.value, starts[r]!);
  });
  return { starts, index, value };
}
