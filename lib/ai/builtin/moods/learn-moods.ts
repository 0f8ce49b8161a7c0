import { angerWords } from "../cues/anger-words.ts";
import { cleanText, sentencesOf } from "../cues/prepare-text.ts";
import { urgencyWords } from "../cues/urgency-words.ts";
import { fitLogistic } from "../learn/logistic.ts";
import { quantise } from "../learn/model.ts";
import { seeded } from "../learn/random.ts";
import { type SvmProblem, solveBinary, squaredNorms } from "../learn/svm.ts";
import { buildVocabulary, type SparseVector, toRows, vectorise } from "../learn/vocabulary.ts";
import {
  marginOfText,
  moodBlocks,
  type Stretch,
  sentenceFeatures,
  stretchesOf,
  together,
} from "./mood-features.ts";
import { wordsFor } from "./mood-words.ts";
import { type MoodName, type Moods, moodNames } from "./moods.ts";

/** One written text and how a reader feels it. */
export type MoodExample = { text: string; angry: 0 | 1; urgency: "low" | "normal" | "high" | "critical" };

const options = { cost: 1, passes: 60, tolerance: 0.01, seed: 1 };
const folds = 5;
/** What fewer examples have tells those apart, not moods. */
const fewestExamples = 3;

const isA: Record<MoodName, (row: MoodExample) => boolean> = {
  angry: (row) => row.angry === 1,
  pressing: (row) => row.urgency === "high" || row.urgency === "critical",
  critical: (row) => row.urgency === "critical",
};

/**
 * Learns the moods from examples; the same examples give the same moods. The curves are fitted on margins of machines that
 * had not seen the row (cross-validation), for a machine is surer of what it has learnt from.
 */
export function learnMoods(examples: readonly MoodExample[]): Moods {
  const rows = examples.map((row) => ({ ...row, text: cleanText(row.text) }));
  const sentences = rows.map(({ text }) =>
    sentencesOf(text).map((sentence) => sentenceFeatures(sentence.text)),
  );
  const bags = sentences.map(together);
  const random = seeded(options.seed);
  const partners = rows.map(() => Math.floor(random() * rows.length));
  const vocabulary = buildVocabulary(bags, fewestExamples, moodBlocks);
  const vectors = sentences.map((row, at) => ({
    whole: vectorise(vocabulary, bags[at]!),
    stretches: stretchesOf(row.length),
    parts: stretchesOf(row.length).map(({ from, to }) =>
      vectorise(vocabulary, together(row.slice(from, to))),
    ),
    partner: partners[at]!,
    beside: vectorise(vocabulary, together([...row, ...sentences[partners[at]!]!])),
  }));
  const learnt = moodNames.map((mood) => learn(vocabulary.hashes.length, vectors, rows.map(isA[mood])));

  const weights = new Float32Array(vocabulary.hashes.length * moodNames.length);
  learnt.forEach(({ w }, mood) => {
    w.forEach((weight, feature) => {
      weights[feature * moodNames.length + mood] = weight;
    });
  });
  const words = rows.map(({ text }) => ({ anger: angerWords(text), urgency: urgencyWords(text) }));
  const curves = Object.fromEntries(
    moodNames.map((mood, at) => {
      const inputs = rows.map((_, row) => [
        learnt[at]!.heldOut[row]!,
        ...wordsFor(mood, words[row]!.anger, words[row]!.urgency),
      ]);
      return [mood, fitLogistic(inputs, rows.map(isA[mood]))];
    }),
  ) as Moods["curves"];
  const bias = Float32Array.from(learnt, (machine) => machine.bias);
  return { vocabulary, ...quantise(weights, moodNames.length), bias, curves };
}

type Row = {
  whole: SparseVector;
  stretches: Stretch[];
  /** The stretches, as vectors. */
  parts: SparseVector[];
  /** Another row, and the two as one. */
  partner: number;
  beside: SparseVector;
};
type Machine = { w: Float32Array; bias: number };

/** The machine of one mood, and the margin of every row's strongest stretch from a machine that was taught without the row. */
function learn(
  features: number,
  rows: readonly Row[],
  is: readonly boolean[],
): Machine & { heldOut: number[] } {
  const share = is.filter(Boolean).length / is.length;
  // Both sides weigh alike, however many rows each has. Every part of a calm letter is calm; which part of an angry one is
  // angry nobody said. Two letters in one are as angry as the angrier: what stands beside a mood does not make it.
  const lessons = rows.flatMap(({ whole, parts, partner, beside }, row) => {
    const costOf = (yes: boolean) => 0.5 / (yes ? share : 1 - share);
    const yes = is[row]!;
    const either = yes || is[partner]!;
    const calm = yes || parts.length < 2 ? [] : parts;
    return [
      { of: [row], yes, vector: whole, cost: costOf(yes) },
      ...calm.map((vector) => ({ of: [row], yes, vector, cost: costOf(yes) / calm.length })),
      { of: [row, partner], yes: either, vector: beside, cost: costOf(either) },
    ];
  });
  const sparse = toRows(lessons.map(({ vector }) => vector));
  const problem: SvmProblem = {
    rows: sparse,
    labels: Int32Array.from(lessons, ({ yes }) => (yes ? 1 : 0)),
    costs: Float32Array.from(lessons, ({ cost }) => cost),
    squaredNorms: squaredNorms(sparse),
    features,
  };
  const every = Int32Array.from(lessons, (_, at) => at);
  const heldOut = new Array<number>(rows.length).fill(0);
  for (let fold = 0; fold < folds; fold++) {
    const others = every.filter((at) => lessons[at]!.of.every((row) => row % folds !== fold));
    const machine = solveBinary(problem, 1, others, options);
    for (let row = fold; row < rows.length; row += folds) {
      const { stretches, parts } = rows[row]!;
      heldOut[row] = marginOfText(
        stretches,
        parts.map((part) => marginOf(machine, part)),
      );
    }
  }
  return { ...solveBinary(problem, 1, every, options), heldOut };
}

function marginOf({ w, bias }: Machine, { index, value }: SparseVector): number {
  return index.reduce((sum, feature, i) => sum + w[feature]! * value[i]!, bias);
}
