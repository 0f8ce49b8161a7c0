import type { KnownCategory } from "../../knowledge.ts";
import type { TrainingRow } from "../learn/types.ts";
import { concepts } from "./concepts.ts";
import { mapConcepts } from "./map-concepts.ts";

/** How much one phrase of ours weighs against one ticket of the desk's own. */
const weight = 0.4;

/** The starter pack's phrases as training rows for a desk's categories; a phrase that fits several is left out. */
export function starterRows(categories: readonly KnownCategory[]): TrainingRow[] {
  const { categoriesOf } = mapConcepts(categories);
  return concepts.flatMap((concept) => {
    const [label, another] = categoriesOf.get(concept.id) ?? [];
    if (!label || another) return [];
    return [...concept.phrases.english, ...concept.phrases.korean].map((text) => ({ text, label, weight }));
  });
}
