import type { ArticleIndex, FieldName, FieldScores, IndexField } from "./article-index.ts";
import type { Bm25Field } from "./bm25.ts";
import { gramKinds, likeKinds, likeness, rarestOf, rarity, termWeights } from "./likeness.ts";
import type { TermKind, Terms } from "./terms.ts";
import { wordingsOf } from "./wordings.ts";

/** What "can I answer this" looks at, in the calibrator's order. */
export const answerFeatureNames = [
  "score",
  "lead",
  "bodyLead",
  "share",
  "anyCover",
  "gramCover",
  "conceptCover",
  "wordingLeft",
  "wordingConceptsAsked",
  "overlap",
  "overlapLead",
  "nameLeft",
  "nameForeign",
  "agree",
  "length",
  "unansweredLike",
  "unansweredGrams",
] as const;
export type AnswerFeatures = Record<(typeof answerFeatureNames)[number], number>;

const words: readonly TermKind[] = ["stem", "hangulStem"];
const concepts: readonly TermKind[] = ["concept"];
const everywhere: readonly FieldName[] = ["title", "body", "solved"];

/**
 * The features of the best article of `order` (article numbers, best first, at least one). `aside`: an unanswered question that
 * does not count, because it is the one being asked.
 */
export function answerFeatures(
  index: ArticleIndex,
  asked: Terms,
  order: readonly number[],
  scores: FieldScores,
  aside?: string,
): AnswerFeatures {
  const best = order[0]!;
  const top = scores.total[best]!;
  const second = order.length > 1 ? scores.total[order[1]!]! : 0;
  const near = order.slice(0, 8).reduce((sum, i) => sum + Math.exp((6 * (scores.total[i]! - top)) / top), 0);
  const title = wordingsOf(index, best)[0]!;
  const weights = termWeights(index.fields, index.size, asked, likeKinds);
  const closest = closestWording(index, weights, best);
  const rival = Math.max(0, ...order.slice(1, 6).map((i) => closestWording(index, weights, i).overlap));
  return {
    score: Math.log(1 + top) / Math.log(2 + index.size),
    lead: (top - second) / top,
    bodyLead: leadOver(scores.body, best) / top,
    share: 1 / near,
    anyCover: cover(index, asked, words, everywhere, best).share,
    gramCover: cover(index, asked, gramKinds, everywhere, best).share,
    conceptCover: cover(index, asked, concepts, ["title", "solved"], best).share,
    wordingLeft: coveredBy(index, closest.wording, asked, words).heaviestMissing,
    wordingConceptsAsked: coveredBy(index, closest.wording, asked, concepts).share,
    overlap: closest.overlap,
    overlapLead: closest.overlap - rival,
    nameLeft: namesNot(index, title, (name) => asked.stem.includes(name)),
    nameForeign: namesNot(index, asked, (name) => hasStem(index, name, best)),
    agree: [scores.title, scores.body, scores.solved].filter((field) => leadOver(field, best) > 0).length,
    length: Math.log(1 + asked.stem.length + asked.hangulStem.length),
    ...closestUnanswered(index, asked, weights, aside),
  };
}

/** `share`: how much of the terms, weighted by rarity, is found. `heaviestMissing`: the rarity of the rarest that is not, 0 to 1. */
type Cover = { share: number; heaviestMissing: number };

/** How much of the question the article has in the named fields. Terms the index never saw weigh most. */
function cover(
  index: ArticleIndex,
  asked: Terms,
  kinds: readonly TermKind[],
  names: readonly FieldName[],
  article: number,
): Cover {
  return weigh(index, asked, kinds, (term, fields) =>
    fields.some(({ name, field }) => {
      const id = field.dictionary.get(term);
      return id !== undefined && names.includes(name) && contains(field, id, article);
    }),
  );
}

/** How much of a wording the question mentions. */
function coveredBy(index: ArticleIndex, title: Terms, asked: Terms, kinds: readonly TermKind[]): Cover {
  return weigh(index, title, kinds, (term) => kinds.some((kind) => asked[kind].includes(term)));
}

function weigh(
  index: ArticleIndex,
  text: Terms,
  kinds: readonly TermKind[],
  has: (term: string, fields: IndexField[]) => boolean,
): Cover {
  const rarest = rarestOf(index.size);
  let found = 0;
  let total = 0;
  let missing = 0;
  for (const kind of kinds) {
    const fields = index.fields.filter((field) => field.kind === kind);
    for (const term of new Set(text[kind])) {
      const weight = rarity(fields, term, rarest);
      total += weight;
      if (has(term, fields)) found += weight;
      else missing = Math.max(missing, weight);
    }
  }
  return { share: total === 0 ? 0 : found / total, heaviestMissing: missing / rarest };
}

/** 1 when a text names something that the other side does not. */
function namesNot(index: ArticleIndex, text: Terms, has: (name: string) => boolean): number {
  return text.stem.some((stem) => index.names.has(stem) && !has(stem)) ? 1 : 0;
}

function hasStem(index: ArticleIndex, stem: string, article: number): boolean {
  return index.fields.some(({ kind, field }) => {
    const id = kind === "stem" ? field.dictionary.get(stem) : undefined;
    return id !== undefined && contains(field, id, article);
  });
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

/** The title or past question of an article most like the question. */
function closestWording(
  index: ArticleIndex,
  asked: ReadonlyMap<string, number>,
  article: number,
): { wording: Terms; overlap: number } {
  const wordings = wordingsOf(index, article);
  let best = { wording: wordings[0]!, overlap: -1 };
  for (const wording of wordings) {
    const overlap = likeness(asked, termWeights(index.fields, index.size, wording, likeKinds));
    if (overlap > best.overlap) best = { wording, overlap };
  }
  return best;
}

/** How much the question is like one that no article answered. */
function closestUnanswered(
  index: ArticleIndex,
  asked: Terms,
  weights: ReadonlyMap<string, number>,
  aside: string | undefined,
): Pick<AnswerFeatures, "unansweredLike" | "unansweredGrams"> {
  const found = { unansweredLike: 0, unansweredGrams: 0 };
  if (index.unanswered.length === 0) return found;
  const grams = termWeights(index.fields, index.size, asked, gramKinds);
  for (const past of index.unanswered) {
    if (past.text === aside) continue;
    found.unansweredLike = Math.max(found.unansweredLike, likeness(weights, past.weights));
    found.unansweredGrams = Math.max(found.unansweredGrams, likeness(grams, past.grams));
  }
  return found;
}

/** How far the article is ahead of every other one in a field; negative when it is behind. */
function leadOver(scores: Float64Array, article: number): number {
  let most = 0;
  for (let i = 0; i < scores.length; i++) if (i !== article && scores[i]! > most) most = scores[i]!;
  return scores[article]! - most;
}
