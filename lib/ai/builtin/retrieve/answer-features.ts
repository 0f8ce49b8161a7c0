import type { Bm25Field } from "./bm25.ts";
import type { ArticleIndex, FieldName, FieldScores } from "./index.ts";
import type { TermKind, Terms } from "./terms.ts";

/** What "can I answer this" looks at, in the calibrator's order. */
export const answerFeatureNames = [
  "score",
  "perTerm",
  "lead",
  "share",
  "titleCover",
  "anyCover",
  "gramCover",
  "solvedCover",
  "titleOverlap",
  "agree",
  "length",
] as const;
export type AnswerFeatures = Record<(typeof answerFeatureNames)[number], number>;

/** The features of the best article of `order` (article numbers, best first, at least one). Every one grows from about 0 to about 1, except the logarithms. */
export function answerFeatures(
  index: ArticleIndex,
  asked: Terms,
  order: readonly number[],
  scores: FieldScores,
): AnswerFeatures {
  const best = order[0]!;
  const top = scores.total[best]!;
  const second = order.length > 1 ? scores.total[order[1]!]! : 0;
  const near = order.slice(0, 8).reduce((sum, i) => sum + Math.exp((6 * (scores.total[i]! - top)) / top), 0);
  const words = new Set([...asked.stem, ...asked.hangulStem]);
  const grams = new Set([...asked.letters, ...asked.syllables]);
  const title = new Set([...index.titles[best]!.stem, ...index.titles[best]!.hangulStem]);
  const shared = [...words].filter((word) => title.has(word)).length;
  return {
    score: Math.log(1 + top),
    perTerm: top / (1 + words.size),
    lead: (top - second) / top,
    share: 1 / near,
    titleCover: cover(index, words, ["stem", "hangulStem"], ["title"], best),
    anyCover: cover(index, words, ["stem", "hangulStem"], ["title", "body", "solved"], best),
    gramCover: cover(index, grams, ["letters", "syllables"], ["title", "body", "solved"], best),
    solvedCover: cover(index, words, ["stem", "hangulStem"], ["solved"], best),
    titleOverlap: shared / Math.max(1, words.size + title.size - shared),
    agree: leads(scores.title, best) + leads(scores.body, best) + leads(scores.solved, best),
    length: Math.log(1 + words.size),
  };
}

/** The share of the question's terms, weighted by rarity, that the article has in one of the fields. Terms the index never saw weigh most. */
function cover(
  index: ArticleIndex,
  asked: Set<string>,
  kinds: TermKind[],
  names: FieldName[],
  article: number,
): number {
  const fields = index.fields.filter((field) => kinds.includes(field.kind)).map((entry) => entry);
  const unseen = Math.log(1 + index.articles.length * 2);
  let found = 0;
  let total = 0;
  for (const term of asked) {
    let weight = unseen;
    let has = false;
    for (const { name, field } of fields) {
      const id = field.dictionary.get(term);
      if (id === undefined) continue;
      weight = Math.min(weight, field.idf[id]!);
      if (names.includes(name) && contains(field, id, article)) has = true;
    }
    total += weight;
    if (has) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

function contains(field: Bm25Field, id: number, article: number): boolean {
  let low = field.starts[id]!;
  let high = field.starts[id + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const document = field.documents[middle]!;
    if (document === article) return true;
    if (document < article) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Whether no other article beats this one in the field; 0 where the field is silent. */
function leads(scores: Float64Array, article: number): number {
  const own = scores[article]!;
  return own > 0 && scores.every((score) => score <= own) ? 1 : 0;
}
