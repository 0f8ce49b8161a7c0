import type { Knowledge, KnownArticle } from "../knowledge.ts";
import { plainness } from "./cues/plain-ask.ts";
import { type AnswerCalibrator, type ArticleIndex, buildIndex, rank } from "./retrieve/index.ts";
import { conceptScores } from "./starter-pack/concept-scores.ts";

export type FoundAnswer = {
  article: KnownArticle;
  /** Calibrated probability that this article answers, 0..1; only the first article has one. */
  confidence: number;
  features: Readonly<Record<string, number>>;
};

export type AboutCategory = { id: string | null; confidence: number };
export type AnswerFinder = (question: string, language: string, category: AboutCategory) => FoundAnswer[];

type Shelf = {
  index: ArticleIndex;
  articles: readonly KnownArticle[];
  concepts: readonly Map<string, number>[];
};

/** Words count most, standard topics break ties and help where the words differ, the category keeps to the subject. */
const topicWeight = 7;
/** However well an article fits: a complaint or a story is no question that it answers. */
const notPlain = 0.5;
const categoryBoost = 0.9;

/** Articles of each language in an index of their own: an answer is given in the language of the question or not at all. */
export function createAnswerFinder(knowledge: Knowledge, calibrator?: AnswerCalibrator): AnswerFinder {
  const byLanguage = Map.groupBy(knowledge.articles, (article) => article.lang.slice(0, 2));
  const shelves = new Map<string, Shelf>();

  return (question, language, category) => {
    const articles = byLanguage.get(language);
    if (!articles || question.trim() === "") return [];
    const shelf = shelves.get(language) ?? shelve(articles, calibrator);
    shelves.set(language, shelf);
    return search(shelf, question, category);
  };
}

function shelve(articles: readonly KnownArticle[], calibrator?: AnswerCalibrator): Shelf {
  return {
    index: buildIndex(
      articles.map((article, i) => ({
        ...article,
        id: String(i),
        title: oneSpelling(article.title),
        body: oneSpelling(article.body),
      })),
      calibrator,
    ),
    articles,
    concepts: articles.map(({ title, body }) => topicsOf(title, body)),
  };
}

/** "e-mail" and "email", "log in" and "login" are one word to a reader. */
function oneSpelling(text: string): string {
  return text
    .replace(/\be-?mail/giu, "email")
    .replace(/\b(?:log|sign)[- ]?in\b/giu, "login")
    .replace(/이메일|메일 ?주소/gu, "이메일");
}

/** The title says what an article is about; its body only adds. */
function topicsOf(title: string, body: string): Map<string, number> {
  const topics = new Map<string, number>();
  for (const [topic, score] of conceptScores(title)) topics.set(topic, score);
  for (const [topic, score] of conceptScores(body)) topics.set(topic, (topics.get(topic) ?? 0) + 0.3 * score);
  return topics;
}

function search(shelf: Shelf, question: string, category: AboutCategory): FoundAnswer[] {
  const topics = conceptScores(question);
  const ranked = new Map(
    rank(shelf.index, oneSpelling(question), 200).map((found) => [Number(found.articleId), found]),
  );
  const scored = shelf.articles.map((article, i) => {
    const words = ranked.get(i)?.score ?? 0;
    const likeness = cosine(topics, shelf.concepts[i]!);
    const agrees = category.id !== null && article.categoryId === category.id;
    const score = (words + topicWeight * likeness) * (1 + (agrees ? categoryBoost * category.confidence : 0));
    return { article, i, words, likeness, agrees, score };
  });
  const best = scored
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .slice(0, 5);
  const [first, second] = best;
  if (!first) return [];

  const features = {
    words: first.words,
    topic: first.likeness,
    lead: second ? 1 - second.score / first.score : 1,
    category: first.agrees
      ? category.confidence
      : category.id && first.article.categoryId
        ? -category.confidence
        : 0,
    plain: plainness(question),
  };
  const learnt = (shelf.index.calibrator.rows ?? 0) > 0 ? [...ranked.values()][0] : undefined;
  const confidence = learnt
    ? Number(learnt.articleId) === first.i
      ? learnt.confidence
      : learnt.confidence * 0.3
    : coldConfidence(features);
  return best.map(({ article }, place) => ({
    article,
    confidence: place === 0 ? Math.min(confidence, features.plain === 0 ? notPlain : 1) : 0,
    features: place === 0 ? features : {},
  }));
}

/** For a desk whose own questions have taught nothing yet: a logistic with round weights, chosen to be slow to trust. */
function coldConfidence({
  words,
  topic,
  lead,
  category,
  plain,
}: Record<"words" | "topic" | "lead" | "category" | "plain", number>): number {
  const z = -6 + 2 * plain + 0.9 * Math.log1p(words) + 1.2 * topic + 3 * lead + 1.8 * category;
  return 1 / (1 + Math.exp(-z));
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [key, value] of a) dot += value * (b.get(key) ?? 0);
  const length = (vector: ReadonlyMap<string, number>) => Math.hypot(...vector.values());
  return dot === 0 ? 0 : dot / (length(a) * length(b));
}
