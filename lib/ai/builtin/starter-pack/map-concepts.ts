import { topicsByName } from "#lib/domain/triage/standard-topics.ts";
import { type KnownCategory, wordings } from "../../knowledge.ts";
import { concepts } from "./concepts.ts";

export type ConceptMapping = {
  /** Which categories of the desk stand for a concept; empty when none does. */
  categoriesOf: ReadonlyMap<string, readonly string[]>;
  /** A desk's categories with the scores of the concepts they stand for. */
  toCategories(scores: ReadonlyMap<string, number>): Map<string, number>;
};

/** A concept that had to go to a neighbour's category counts a little less there. */
const borrowed = 0.75;

/**
 * Finds which of a desk's categories the standard topics belong to: what an admin confirmed, else what the names
 * say, else the category of the nearest topic. A desk can confirm or change each with one click.
 */
export function mapConcepts(categories: readonly KnownCategory[]): ConceptMapping {
  const own = new Map<string, string[]>(concepts.map((concept) => [concept.id, []]));
  for (const category of categories) {
    for (const topic of category.concepts ?? topicsByName(wordings(category.name), category.key))
      own.get(topic)?.push(category.id);
  }

  const categoriesOf = new Map<string, { ids: readonly string[]; weight: number }>();
  for (const concept of concepts) {
    const direct = own.get(concept.id)!;
    if (direct.length > 0) {
      categoriesOf.set(concept.id, { ids: direct, weight: 1 });
      continue;
    }
    const neighbour = concept.near.find((id) => (own.get(id) ?? []).length > 0);
    if (neighbour) categoriesOf.set(concept.id, { ids: own.get(neighbour)!, weight: borrowed });
  }

  return {
    categoriesOf: new Map([...categoriesOf].map(([id, { ids }]) => [id, ids])),
    toCategories(scores) {
      const best = new Map<string, number>();
      for (const [concept, score] of scores) {
        const target = categoriesOf.get(concept);
        for (const id of target?.ids ?? []) {
          const value = score * target!.weight;
          const before = best.get(id) ?? 0;
          // Two topics of one category support each other, but not as much as they would alone.
          best.set(id, Math.max(before, value) + 0.25 * Math.min(before, value));
        }
      }
      return best;
    },
  };
}
