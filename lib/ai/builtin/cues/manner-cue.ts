import type { Cue } from "#lib/domain/triage/evidence.ts";
import type { Sentence } from "./prepare-text.ts";

/** Adds the sentence that told a mood where no single word did; words inside it stay as they are. */
export function withManner(cues: readonly Cue[], telling: Sentence | null, meaning: string): Cue[] {
  if (!telling) return [...cues];
  const apart = cues.filter((cue) => cue.end <= telling.start || cue.start >= telling.end);
  return [...apart, { ...telling, meaning }].sort((a, b) => a.start - b.start);
}
