import type { StandardTopic } from "#lib/domain/triage/standard-topics.ts";

/** A standard topic of support desks: words for it, and phrases customers write, in English and Korean. */
export type Concept = {
  id: StandardTopic;
  /** Concepts whose category takes these tickets on a desk that has none of its own, nearest first. */
  near: readonly string[];
  /** Weight and words, as in a cue lexicon: 3 says it all, 1 is a hint. */
  english: readonly (readonly [weight: number, words: string])[];
  korean: readonly (readonly [weight: number, words: string])[];
  phrases: { english: readonly string[]; korean: readonly string[] };
};
