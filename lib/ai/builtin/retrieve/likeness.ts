import type { IndexField } from "./article-index.ts";
import type { TermKind, Terms } from "./terms.ts";

/** What two questions are compared by: what is said, and how it is spelt. */
export const likeKinds: readonly TermKind[] = ["stem", "hangulStem", "syllables", "concept"];
export const gramKinds: readonly TermKind[] = ["letters", "syllables"];

/** Each term of a text with its rarity among the articles. */
export function termWeights(
  fields: readonly IndexField[],
  articles: number,
  terms: Terms,
  kinds: readonly TermKind[],
): Map<string, number> {
  const rarest = rarestOf(articles);
  const weights = new Map<string, number>();
  for (const kind of kinds) {
    const own = fields.filter((field) => field.kind === kind);
    for (const term of terms[kind]) {
      const key = `${kind} ${term}`;
      if (!weights.has(key)) weights.set(key, rarity(own, term, rarest));
    }
  }
  return weights;
}

/** Jaccard overlap weighted by rarity, 0 to 1. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [term, weight] of a) {
    all += weight;
    if (b.has(term)) shared += weight;
  }
  for (const [term, weight] of b) if (!a.has(term)) all += weight;
  return all === 0 ? 0 : shared / all;
}

/** The weight of a term that no article has. */
export function rarestOf(articles: number): number {
  return Math.log(1 + articles * 2);
}

export function rarity(fields: readonly IndexField[], term: string, unseen: number): number {
  let weight = unseen;
  for (const { field } of fields) {
    const id = field.dictionary.get(term);
    if (id !== undefined) weight = Math.min(weight, field.idf[id]!);
  }
  return weight;
}
