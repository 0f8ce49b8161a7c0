import { readFileSync } from "node:fs";
import { angryFrom } from "#lib/domain/triage/evidence.ts";
import type { AngerWords } from "../cues/anger-words.ts";
import { type Hit, plainCue } from "../cues/find-cues.ts";
import { type Sentence, sentencesOf } from "../cues/prepare-text.ts";
import type { UrgencyWords } from "../cues/urgency-words.ts";
import { marginOfText, sentenceFeatures, stretchesOf, together } from "./mood-features.ts";
import { wordsFor } from "./mood-words.ts";
import { chanceOf, type MoodName, type Moods, marginsOf, moodNames, unpackMoods } from "./moods.ts";

/**
 * From which chance a text counts, where half of all texts would. A desk has fewer such letters than the examples, which asks for
 * more; missing one costs more than being wrong about one, which asks for less.
 */
const cuts: Record<MoodName, number> = { angry: 0.75, pressing: 0.8, critical: 0.6 };
/** The same where one plain cue of the lexicon says so too. */
const borneOut = { angry: 0.3, pressing: 0.2 };

let known: Moods | null = null;
const moods = (): Moods => {
  known ??= unpackMoods(readFileSync(new URL("./moods.bin", import.meta.url)));
  return known;
};

/** `chance` is 0.5 where it counts as anger; `telling` is the sentence that says it most. */
export function angryChance(
  text: string,
  said: AngerWords,
): { chance: number; telling: () => Sentence | null } {
  const { margins, sentences, strongest } = read(text);
  const words = { ...said, weight: inLetterSum(said.weight, said.hits, sentences) };
  const chance = chanceOf(moods(), "angry", margins[0]!, wordsFor("angry", words, noUrgency));
  const cut = inLetter(words.weight >= plainCue ? borneOut.angry : cuts.angry, sentences);
  const least = words.weight >= clearWords ? angryFrom : 0;
  return { chance: Math.max(least, halfAt(chance, cut)), telling: () => strongest("angry") };
}

export function urgencyChance(
  text: string,
  said: UrgencyWords,
): { pressing: boolean; critical: boolean; telling: () => Sentence | null } {
  const { margins, sentences, strongest } = read(text);
  const words = { ...said, sum: inLetterSum(said.sum, said.hits, sentences) };
  const is = (mood: MoodName, cut: number) => {
    const margin = margins[moodNames.indexOf(mood)]!;
    return chanceOf(moods(), mood, margin, wordsFor(mood, noAnger, words)) >= inLetter(cut, sentences);
  };
  const pressing = is("pressing", words.sum >= plainCue ? borneOut.pressing : cuts.pressing);
  const critical = is("critical", cuts.critical);
  return { pressing, critical, telling: () => strongest(pressing ? "pressing" : "critical") };
}

/** Words that are said in anger and nothing else. */
const clearWords = 0.85;

const noUrgency: UrgencyWords = { hits: [], sum: 0, level: "normal", grave: false, harm: false };
const noAnger: AngerWords = { hits: [], weight: 0, glad: 0 };

type Read = {
  text: string;
  sentences: number;
  margins: number[];
  strongest: (mood: MoodName) => Sentence | null;
};
let last: Read | null = null;

/** The margin of each mood. Anger and urgency ask for the same text one after the other. */
function read(text: string): Read {
  if (last?.text === text) return last;
  const sentences = sentencesOf(text);
  const bags = sentences.map((sentence) => sentenceFeatures(sentence.text));
  const stretches = stretchesOf(bags.length);
  const found = stretches.map(({ from, to }) => marginsOf(moods(), together(bags.slice(from, to))));
  const margins = moodNames.map((_, mood) =>
    marginOfText(
      stretches,
      found.map((margin) => margin[mood]!),
    ),
  );
  const strongest = (mood: MoodName) => {
    const own = bags.map((bag) => marginsOf(moods(), bag)[moodNames.indexOf(mood)]!);
    return sentences[own.indexOf(Math.max(...own))] ?? null;
  };
  last = { text, sentences: sentences.length, margins, strongest };
  return last;
}

/**
 * Three sentences are what an example has; in a longer letter one stretch among many sounds like something by chance, and the
 * odds asked for grow with the square of its length, up to ten times. What is quite clear is heard in a letter of any length.
 */
function inLetter(cut: number, sentences: number): number {
  const odds = (cut / (1 - cut)) * Math.min(mostDoubt, Math.max(1, sentences / 3) ** 2);
  return odds / (1 + odds);
}

const mostDoubt = 10;

/** The heaviest word counts as it is, the fainter ones less in a longer letter, where some are found by chance. */
function inLetterSum(sum: number, hits: readonly Hit[], sentences: number): number {
  const heaviest = Math.max(0, ...hits.map(({ weight }) => weight));
  return sum <= heaviest ? sum : heaviest + (sum - heaviest) / Math.max(1, sentences / 3);
}

/** A probability in whose odds `cut` is even. */
function halfAt(chance: number, cut: number): number {
  const odds = (chance / (1 - chance)) * ((1 - cut) / cut);
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}
