import { angryFrom, type Cue, type Sentiment } from "#lib/domain/triage/evidence.ts";
import { angryChance } from "../moods/read-moods.ts";
import { angerWords } from "./anger-words.ts";
import { asCues, plainCue } from "./find-cues.ts";
import { withManner } from "./manner-cue.ts";

/**
 * How angry the writer is, 0 to 1: the words of the lexicon and the manner of the whole, weighed against each other as the
 * examples taught (`moods/`). An angry customer answered by a machine costs more than a calm one answered by a person, so the
 * curve leans towards anger.
 */
export function readAnger(text: string): { anger: { score: number; cues: Cue[] }; sentiment: Sentiment } {
  const words = angerWords(text);
  const { chance, telling } = angryChance(text, words);
  const cues = asCues(words.hits);
  const isHeardOnly = chance >= angryFrom && words.weight < plainCue;
  return {
    anger: { score: chance, cues: isHeardOnly ? withManner(cues, telling(), "is bitter in manner") : cues },
    sentiment: sentimentOf(chance >= angryFrom ? Math.max(words.weight, 1) : words.weight, words.glad),
  };
}

function sentimentOf(anger: number, glad: number): Sentiment {
  if (anger >= 0.5 && anger >= glad) return "negative";
  if (glad >= 1 && anger < 0.5) return "positive";
  return "neutral";
}
