import { firstDayWords } from "./builtin/first-day.ts";
import type { Learnt } from "./builtin/learn/lesson.ts";
import { learnInWorker } from "./builtin/learn/train-in-worker.ts";
import type { Knowledge } from "./knowledge.ts";

/**
 * Learns what people sorted, over names and phrases: seconds, in a thread. The same knowledge gives the same bytes.
 * `before` is the version in use, to be compared with.
 */
export function learnFromPeople(
  knowledge: Knowledge,
  before: { bytes: Uint8Array; seen: number } | null,
  signal?: AbortSignal,
): Promise<Learnt> {
  const rows = knowledge.examples.map(({ text, categoryId }) => ({ text, label: categoryId }));
  return learnInWorker({ rows, options: { names: firstDayWords(knowledge) }, before }, signal);
}
