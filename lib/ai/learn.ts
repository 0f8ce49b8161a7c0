import { firstDayWords } from "./builtin/first-day.ts";
import type { Learnt } from "./builtin/learn/lesson.ts";
import { learnInWorker } from "./builtin/learn/train-in-worker.ts";
import type { AnswerQuestion } from "./builtin/retrieve/types.ts";
import type { Knowledge } from "./knowledge.ts";

/**
 * Learns what people sorted, over names and phrases, and from the questions that were answered when to answer: seconds, in a
 * thread. The same knowledge gives the same bytes.
 * `before` is the version in use, to be compared with.
 */
export function learnFromPeople(
  knowledge: Knowledge,
  before: { bytes: Uint8Array; seen: number } | null,
  questions: readonly AnswerQuestion[] = [],
  signal?: AbortSignal,
): Promise<Learnt> {
  const articles = knowledge.articles.map(({ id, title, body, lang, solved }) => ({
    id,
    title,
    body,
    lang,
    solved,
  }));
  const rows = knowledge.examples.map(({ text, categoryId }) => ({ text, label: categoryId }));
  return learnInWorker(
    { rows, options: { names: firstDayWords(knowledge) }, before, answers: { articles, questions } },
    signal,
  );
}
