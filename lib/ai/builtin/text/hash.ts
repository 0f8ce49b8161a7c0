const offset = 0x811c9dc5;
const prime = 0x01000193;

/** 32-bit FNV-1a over UTF-16 code units (Fowler, Noll, Vo). `start` chains or namespaces hashes. Returns an unsigned integer. */
export function fnv1a(text: string, start: number = offset): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return hash >>> 0;
}

/** One FNV-1a step: for hashing n-grams in place, without building strings. */
export function fnvStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, prime);
}

/** A start value for `fnv1a` that keeps one family of features apart from the others. */
export function fnvSpace(name: string): number {
  return fnv1a(name) | 0;
}

/** Spreads the bits of an FNV hash, whose low bits are weak on short text (finaliser of MurmurHash3). */
export function mixBits(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
