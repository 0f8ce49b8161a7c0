import { cueReader, weigh } from "../cues/find-cues.ts";
import { concepts } from "./concepts.ts";

const readers = concepts.map(({ id, english, korean }) => ({
  id,
  latin: cueReader(
    "latin",
    english.map(([weight, words]) => [weight, id, words] as const),
  ),
  hangul: cueReader(
    "hangul",
    korean.map(([weight, words]) => [weight, id, words] as const),
  ),
}));

/** How much a sentence speaks of each standard topic; 0 (left out) to about 6, 3 being plain. */
export function conceptScores(sentence: string): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { id, latin, hangul } of readers) {
    const score = weigh([...latin(sentence), ...hangul(sentence)]);
    if (score > 0) scores.set(id, score);
  }
  return scores;
}
