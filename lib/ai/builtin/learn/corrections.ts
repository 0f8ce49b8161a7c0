import { extractFeatures } from "./features.ts";
import type { Classification } from "./types.ts";

/** What an agent said a ticket is about. `label: null` = none of the categories. */
export type Correction = { id: string; text: string; label: string | null };

/** Corrections newer than the model, with their feature sets for comparison. */
export type CorrectionOverlay = { entries: { id: string; label: string | null; features: Set<number> }[] };

/** From this likeness on (0 to 1) a new ticket is taken to be about the same thing as the corrected one. */
const alike = 0.5;

/** The overlay over corrections that the current model has not been trained on, oldest first; a few hundred at most. */
export function buildOverlay(corrections: readonly Correction[]): CorrectionOverlay {
  return {
    entries: corrections.map(({ id, text, label }) => ({ id, label, features: featureSet(text) })),
  };
}

/**
 * The model's answer with the nearest correction laid over it, so that a correction works at once: when a corrected ticket is
 * alike enough, its label moves to the front with a score that grows with the likeness. The result is never `accepted` when the label
 * changed: nothing has certified it yet. `because` names the correction.
 */
export function overlay(
  classification: Classification,
  corrections: CorrectionOverlay,
  text: string,
): Classification & { because?: string } {
  const features = featureSet(text);
  let best = { likeness: 0, id: "", label: null as string | null };
  for (const entry of corrections.entries) {
    const likeness = cosine(features, entry.features);
    if (likeness >= best.likeness) best = { likeness, id: entry.id, label: entry.label };
  }
  if (best.likeness < alike) return classification;
  if (best.label === null) {
    const inScope = Math.min(classification.inScope, 1 - best.likeness);
    return { ...classification, inScope, accepted: false, because: best.id };
  }
  if (best.label === classification.predicted) return { ...classification, because: best.id };

  const label = best.label;
  const share = best.likeness;
  const ranking = [
    { label, score: share },
    ...classification.ranking
      .filter((entry) => entry.label !== label)
      .map((entry) => ({ label: entry.label, score: entry.score * (1 - share) })),
  ].sort((a, b) => b.score - a.score);
  return {
    ...classification,
    predicted: ranking[0]!.label,
    confidence: ranking[0]!.score,
    accepted: false,
    ranking,
    because: best.id,
  };
}

function featureSet(text: string): Set<number> {
  return new Set(extractFeatures(text).blocks.flatMap((block) => [...block]));
}

function cosine(a: Set<number>, b: Set<number>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const feature of small) if (large.has(feature)) shared++;
  return shared / Math.sqrt(a.size * b.size);
}
