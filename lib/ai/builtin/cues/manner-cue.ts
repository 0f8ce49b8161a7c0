import type { Cue } from "#lib/domain/triage/evidence.ts";
import type { Sentence } from "./prepare-text.ts";

/** Adds the sentence that told a mood where no single word did. */
export function withManner(cues: readonly Cue[], telling: Sentence | null, meaning: string): Cue[] {
  return telling ? [...cues, { ...telling, meaning }].sort((a, b) => a.start - b.start) : [...cues];
}
