import type { Knowledge, KnownArticle } from "../knowledge.ts";
import { plainness } from "./cues/plain-ask.ts";
import { readInjection } from "./cues/read-injection.ts";
import { inSteps, type Steps } from "./in-steps.ts";
import {
  type AnswerCalibrator,
  type ArticleIndex,
  defaultCalibrator,
  type IndexedArticle,
  indexSteps,
  rank,
  understands,
} from "./retrieve/index.ts";
import { conceptScores } from "./starter-pack/concept-scores.ts";

export type FoundAnswer = {
  article: KnownArticle;
  /** Calibrated probability that this article answers, 0..1; only the first article has one. */
  confidence: number;
  features: Readonly<Record<string, number>>;
};

export type AboutCategory = { id: string | null; confidence: number };
export type AnswerFinder = (
  question: string,
  language: string,
  category: AboutCategory,
) => Promise<FoundAnswer[]>;

/** The category that an article belongs to. */
export type Filing = (article: KnownArticle) => string | null;

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
const shown = 5;

/** What of a stock is asked for again keeps its topics: so many articles. */
const mostRemembered = 2000;

/**
 * Articles of each language in an index of their own: an answer is given in the language of the question or not at all.
 * Of a stock too large to hold, the candidates for each question are looked at beside a sample. Begins to index at once.
 */
export function createAnswerFinder(
  knowledge: Knowledge,
  filing: Promise<Filing> | Filing = ({ categoryId }) => categoryId,
  learnt?: AnswerCalibrator,
): AnswerFinder {
  const calibrator = learnt && understands(learnt) ? learnt : defaultCalibrator();
  const shelves = shelvesOf(knowledge.articles, knowledge.unanswered);
  const remembered = new Map<string, Map<string, number>>();

  function topicsOf(article: KnownArticle): Map<string, number> {
    const key = `${article.id} ${article.version}`;
    const topics = remembered.get(key) ?? readTopics(article);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, topics);
    return topics;
  }

  return async (question, language, category) => {
    if (question.trim() === "") return [];
    const fileArticle = await filing;
    const shelf = await shelves.get(language);
    const searched = knowledge.findArticles
      ? await inSteps(
          shelve(await knowledge.findArticles(oneSpelling(question), language), topicsOf, {
            stock: shelf?.index,
          }),
        )
      : shelf;
    if (!searched) return [];
    const index = { ...searched.index, calibrator };
    return search({ ...searched, index }, question, category, fileArticle);
  };
}

type Shelves = Map<string, Promise<Shelf>>;
const kept = new WeakMap<readonly KnownArticle[], Shelves>();

/** By language, one after the other; made once for as long as the articles are the same. */
function shelvesOf(articles: readonly KnownArticle[], unanswered: readonly string[] = []): Shelves {
  const known = kept.get(articles);
  if (known) return known;
  const shelves: Shelves = new Map();
  let before: Promise<unknown> = Promise.resolve();
  for (const [language, own] of Map.groupBy(articles, (article) => article.lang.slice(0, 2))) {
    const shelf = before.then(() => inSteps(shelve(own, readTopics, { unanswered })));
    // Whoever asks for it hears that it failed; the next assistant has it made anew.
    before = shelf.catch(() => kept.delete(articles));
    shelves.set(language, shelf);
  }
  kept.set(articles, shelves);
  return shelves;
}

function* shelve(
  articles: readonly KnownArticle[],
  topicsOf: (article: KnownArticle) => Map<string, number>,
  { unanswered = [], stock }: { unanswered?: readonly string[]; stock?: ArticleIndex },
): Steps<Shelf> {
  const concepts: Map<string, number>[] = [];
  for (const article of articles) {
    yield;
    concepts.push(topicsOf(article));
  }
  const spelt = articles.map((article, i) => ({ ...spell(article), id: String(i) }));
  const own = unanswered.map(oneSpelling);
  return {
    index: yield* indexSteps(spelt, defaultCalibrator(), { stock, unanswered: own }),
    articles,
    concepts,
  };
}

/**
 * An article as it is indexed. Past questions are strangers' words: those that speak to a machine are left out, and what they can do
 * at most is to bring an article of the desk's own to mind.
 */
export function spell<Article extends IndexedArticle>(article: Article): Article {
  return {
    ...article,
    title: oneSpelling(article.title),
    body: oneSpelling(article.body),
    solved: (article.solved ?? []).filter((asked) => !readInjection(asked).suspected).map(oneSpelling),
  };
}

/** "e-mail" and "email", "log in" and "login" are one word to a reader. */
export function oneSpelling(text: string): string {
  return text
    .replace(/\be-?mail/giu, "email")
    .replace(/\b(?:log|sign)[- ]?in\b/giu, "login")
    .replace(/이메일|메일 ?주소/gu, "이메일");
}

/** The title says what an article is about; its body only adds. */
function readTopics({ title, body }: KnownArticle): Map<string, number> {
  const topics = new Map<string, number>();
  for (const [topic, score] of conceptScores(title)) topics.set(topic, score);
  for (const [topic, score] of conceptScores(body)) topics.set(topic, (topics.get(topic) ?? 0) + 0.3 * score);
  return topics;
}

function search(shelf: Shelf, question: string, category: AboutCategory, fileArticle: Filing): FoundAnswer[] {
  const topics = conceptScores(question);
  const ranked = new Map(
    rank(shelf.index, oneSpelling(question), 200).map((found) => [Number(found.articleId), found]),
  );
  const byWords = shelf.articles.map((article, i) => {
    const words = ranked.get(i)?.score ?? 0;
    const likeness = cosine(topics, shelf.concepts[i]!);
    return { article, i, words, likeness, score: words + topicWeight * likeness };
  });
  const boost = category.id === null ? 0 : categoryBoost * category.confidence;
  // Filing an article takes a while: only those that the category could bring among the first.
  const enough = byWords.map(({ score }) => score).sort((a, b) => b - a)[shown - 1] ?? 0;
  const best = byWords
    .filter(({ score }) => score > 0 && score * (1 + boost) >= enough)
    .map((one) => {
      const filedAs = fileArticle(one.article);
      const agrees = category.id !== null && filedAs === category.id;
      return { ...one, filedAs, agrees, score: one.score * (1 + (agrees ? boost : 0)) };
    })
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .slice(0, shown);
  const [first, second] = best;
  if (!first) return [];

  const features = {
    words: first.words,
    topic: first.likeness,
    lead: second ? 1 - second.score / first.score : 1,
    category: first.agrees ? category.confidence : category.id && first.filedAs ? -category.confidence : 0,
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
