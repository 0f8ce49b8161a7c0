import { readFileSync } from "node:fs";
import type { StandardTopic } from "#lib/domain/triage/standard-topics.ts";
import { concepts } from "../starter-pack/concepts.ts";
import type { MoodExample } from "./learn-moods.ts";

/** Our own examples of both languages, and the everyday phrases of the starter pack, which are calm and can wait. */
export function readMoodExamples(): MoodExample[] {
  const phrases = concepts
    .filter(({ id }) => !mayPress.includes(id))
    .flatMap(({ phrases }) => [...phrases.english, ...phrases.korean])
    .map((text): MoodExample => ({ text, angry: 0, urgency: "normal" }));
  return [...written("english"), ...written("korean"), ...phrases];
}

/** Topics whose everyday phrase may be an emergency, or a complaint. */
const mayPress: readonly StandardTopic[] = ["security", "privacy", "outage", "feedback"];

function written(language: string): MoodExample[] {
  return readFileSync(new URL(`./examples/${language}.jsonl`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as MoodExample);
}
