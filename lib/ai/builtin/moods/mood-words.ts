import type { AngerWords } from "../cues/anger-words.ts";
import { plainCue } from "../cues/find-cues.ts";
import type { UrgencyWords } from "../cues/urgency-words.ts";
import type { MoodName } from "./moods.ts";

/** What the lexicons say, as numbers for a curve. */
export function wordsFor(mood: MoodName, anger: AngerWords, urgency: UrgencyWords): number[] {
  if (mood === "angry") return [Math.min(2, anger.weight), Math.min(plainCue, anger.weight)];
  const { sum, level } = urgency;
  return [
    Math.max(-1.5, Math.min(3, sum)),
    level === "high" || level === "urgent" ? 1 : 0,
    level === "urgent" ? 1 : 0,
  ];
}
