import type { CategoryGuess } from "#lib/domain/triage/evidence.ts";
import { type Knowledge, type KnownArticle, wordings } from "../knowledge.ts";
import type { Sentence } from "./cues/prepare-text.ts";
import { inSteps } from "./in-steps.ts";
import { type ClassifierModel, classify } from "./learn/classifier.ts";
import { buildOverlay, overlay } from "./learn/corrections.ts";
import { type ArticleIndex, defaultCalibrator, indexSteps, rank } from "./retrieve/index.ts";
import { conceptScores } from "./starter-pack/concept-scores.ts";
import { mapConcepts } from "./starter-pack/map-concepts.ts";

/** A sentence votes when it speaks of a topic at least this much, as a share of the sentence that does most. */
const votesFrom = 0.6;
/** So many articles tell what their categories are about. */
const mostArticles = 300;

export type CategorySorter = (sentences: readonly Sentence[]) => CategoryGuess;

/** Least share of such guesses that must be right before one routes a ticket. */
const routesFrom = 0.55;

/**
 * Sorts a text into the desk's own categories. Four witnesses vote in log-odds: concepts of the starter pack,
 * the classifier, the articles that fit, and the newest corrections. Sentences that no witness has anything to
 * say about do not vote, so that text from elsewhere cannot drown the customer's request.
 */
export async function createCategorySorter(
  knowledge: Knowledge,
  classifier: Promise<ClassifierModel | null>,
): Promise<CategorySorter> {
  const mapping = mapConcepts(knowledge.categories);
  const named = knowledge.categories.flatMap((category) => {
    const words = [
      ...wordings(category.name),
      ...wordings(category.description),
      ...(category.examples ?? []),
    ];
    return words.length > 0
      ? [{ id: category.id, title: wordings(category.name).join(" "), body: words.join("\n"), lang: "und" }]
      : [];
  });
  const names = await inSteps(indexSteps(named, defaultCalibrator()));
  const filed = await filedArticles(knowledge.articles);
  const recent = buildOverlay(
    knowledge.examples.slice(-300).map(({ id, text, categoryId }) => ({ id, text, label: categoryId })),
  );
  const model = await classifier;

  return (sentences) => {
    const ids = knowledge.categories.map((category) => category.id);
    if (ids.length === 0) return { id: null, confidence: 0, accepted: false, ranking: [], inScope: 0 };

    const scored = sentences.map((sentence) => mapping.toCategories(conceptScores(sentence.text)));
    const plainest = Math.max(0, ...scored.flatMap((scores) => [...scores.values()]));
    const byConcept = scored.map((scores) =>
      Math.max(0, ...scores.values()) >= votesFrom * plainest ? scores : new Map<string, number>(),
    );
    const voting = sentences.filter((_, i) => byConcept[i]!.size > 0);
    const text = (voting.length > 0 ? voting : sentences).map((sentence) => sentence.text).join("\n");

    const concepts = new Map<string, number>();
    for (const scores of byConcept)
      for (const [id, score] of scores) concepts.set(id, (concepts.get(id) ?? 0) + score);
    const nameScores = new Map(rank(names, text, 8).map((found) => [found.articleId, found.score]));
    const articleScores = new Map<string, number>();
    for (const found of rank(filed.index, text, 8)) {
      const id = filed.categoryIds[Number(found.articleId)]!;
      articleScores.set(id, Math.max(articleScores.get(id) ?? 0, found.score));
    }
    const learned = model ? overlay(classify(model, text), recent, text) : null;
    const learnedScores = new Map(learned?.ranking.map(({ label, score }) => [label, score]) ?? []);

    const totals = ids.map((id) => ({
      id,
      logit:
        1.1 * (concepts.get(id) ?? 0) +
        0.9 * relative(nameScores, id) +
        1.2 * relative(articleScores, id) +
        (learned ? 1.3 * Math.log(0.02 + (learnedScores.get(id) ?? 0)) : 0),
    }));
    return guess(totals, [...concepts.values()], learned, Math.max(0, ...articleScores.values()));
  };
}

type Filed = { index: ArticleIndex; categoryIds: string[] };
const indexed = new WeakMap<readonly KnownArticle[], Promise<Filed>>();

/** Articles that the desk filed under a category, indexed once for as long as they are the same. */
function filedArticles(articles: readonly KnownArticle[]): Promise<Filed> {
  const known = indexed.get(articles);
  if (known) return known;
  const filed = articles.filter((article) => article.categoryId).slice(0, mostArticles);
  const steps = indexSteps(
    filed.map((article, i) => ({ ...article, id: String(i) })),
    defaultCalibrator(),
  );
  const made = inSteps(steps).then((index) => ({
    index,
    categoryIds: filed.map((article) => article.categoryId!),
  }));
  indexed.set(articles, made);
  made.catch(() => indexed.delete(articles));
  return made;
}

function relative(scores: Map<string, number>, id: string): number {
  const best = Math.max(...scores.values(), 1e-9);
  return scores.size === 0 ? 0 : ((scores.get(id) ?? 0) / best) * Math.min(1, best / 4);
}

function guess(
  totals: { id: string; logit: number }[],
  concepts: readonly number[],
  learned: { inScope: number } | null,
  bestArticle: number,
): CategoryGuess {
  const highest = Math.max(...totals.map((total) => total.logit));
  const shares = totals.map((total) => ({ id: total.id, score: Math.exp((total.logit - highest) * 1.1) }));
  const sum = shares.reduce((all, share) => all + share.score, 0);
  const ranking = shares
    .map((share) => ({ id: share.id, score: share.score / sum }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const concept = Math.max(0, ...concepts);
  const inScope = Math.min(1, 0.1 + 0.35 * concept + 0.06 * bestArticle + 0.1 * (learned?.inScope ?? 0));
  const best = ranking[0]!;
  const known = inScope >= 0.2;
  return {
    id: known ? best.id : null,
    confidence: best.score * Math.min(1, inScope * 1.5),
    accepted: known && best.score * Math.min(1, inScope * 1.5) >= routesFrom,
    ranking,
    inScope,
  };
}
