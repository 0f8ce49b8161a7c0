import type { Cue, UrgencyLevel } from "#lib/domain/triage/evidence.ts";
import { urgencyChance } from "../moods/read-moods.ts";
import { asCues } from "./find-cues.ts";
import { withManner } from "./manner-cue.ts";
import { urgencyWords } from "./urgency-words.ts";

/**
 * How much time there is: what the words describe and how the whole reads, weighed against each other as the examples taught
 * (`moods/`). A description of an outage, an attack or danger
 * is urgent, and one of a harm high, whatever else is said.
 */
export function readUrgency(text: string): { level: UrgencyLevel; cues: Cue[] } {
  const words = urgencyWords(text);
  const cues = asCues(words.hits);
  const calm = words.level === "low" ? "low" : "normal";
  const { pressing, critical, telling } = urgencyChance(text, words);
  if (words.grave) return { level: "urgent", cues };
  if (!pressing && !critical && !words.harm) return { level: calm, cues };
  const level = critical || words.level === "urgent" ? "urgent" : "high";
  const isHeardOnly = words.level !== "high" && words.level !== "urgent";
  return { level, cues: isHeardOnly ? withManner(cues, telling(), "reads as if it cannot wait") : cues };
}
