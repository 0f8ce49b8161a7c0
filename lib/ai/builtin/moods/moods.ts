import type { FeatureBag } from "../learn/features.ts";
import { type Logistic, logisticValue } from "../learn/logistic.ts";
import { packArrays, unpackArrays } from "../learn/packed.ts";
import { indexHashes, type Vocabulary, vectorise } from "../learn/vocabulary.ts";
import { moodBlocks } from "./mood-features.ts";

/** angry: at the desk. pressing: it cannot wait. critical: it is being harmed now. */
export const moodNames = ["angry", "pressing", "critical"] as const;
export type MoodName = (typeof moodNames)[number];

/**
 * One linear machine a mood over hashed features, and a curve from its margin and what the lexicon found to a
 * probability. `weights` is feature-major, eight bits, times the scale of its mood.
 */
export type Moods = {
  vocabulary: Vocabulary;
  weights: Int8Array;
  scales: Float32Array;
  bias: Float32Array;
  curves: Record<MoodName, Logistic>;
};

/** How far a stretch of text is on the side of each mood, in the order of `moodNames`. */
export function marginsOf({ vocabulary, weights, scales, bias }: Moods, features: FeatureBag): number[] {
  const { index, value } = vectorise(vocabulary, features);
  const sums = new Float64Array(moodNames.length);
  for (let i = 0; i < index.length; i++) {
    const at = index[i]! * moodNames.length;
    for (let mood = 0; mood < moodNames.length; mood++) sums[mood]! += weights[at + mood]! * value[i]!;
  }
  return Array.from(sums, (sum, mood) => sum * scales[mood]! + bias[mood]!);
}

/** The probability of a mood among texts like the examples. `words` is what the lexicon says of it. */
export function chanceOf(moods: Moods, mood: MoodName, margin: number, words: readonly number[]): number {
  return logisticValue(moods.curves[mood], [margin, ...words]);
}

const magic = 0x444f4f4d;
type Facts = { version: 1; scales: number[]; bias: number[]; curves: Moods["curves"] };

/** As bytes, for `unpackMoods`. */
export function packMoods({ vocabulary, weights, scales, bias, curves }: Moods): Buffer {
  const facts: Facts = { version: 1, scales: [...scales], bias: [...bias], curves };
  return packArrays(magic, facts, [vocabulary.hashes, vocabulary.idf, weights]);
}

/** The moods that `packMoods` wrote. Throws when the bytes are something else. */
export function unpackMoods(bytes: Uint8Array): Moods {
  const found = unpackArrays<Facts>(magic, bytes, [4, 4, 1]);
  if (found?.facts.version !== 1) throw new Error("These bytes are no moods.");
  const [hashes, idf, weights] = found.arrays;
  const { scales, bias, curves } = found.facts;
  return {
    vocabulary: moodVocabulary(new Uint32Array(hashes!), new Float32Array(idf!)),
    weights: new Int8Array(weights!),
    scales: Float32Array.from(scales),
    bias: Float32Array.from(bias),
    curves,
  };
}

function moodVocabulary(hashes: Uint32Array, idf: Float32Array): Vocabulary {
  return { hashes, slots: indexHashes(hashes), idf, blockWeights: Float32Array.from(moodBlocks) };
}
