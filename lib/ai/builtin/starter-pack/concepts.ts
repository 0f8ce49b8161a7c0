import type { Concept } from "./concept.ts";
import { accountConcepts } from "./concepts/account.ts";
import { businessConcepts } from "./concepts/business.ts";
import { everyday } from "./concepts/everyday.ts";
import { goodsConcepts } from "./concepts/goods.ts";
import { moneyConcepts } from "./concepts/money.ts";
import { softwareConcepts } from "./concepts/software.ts";

/** The standard topics, each with its plain words and its everyday ones. */
export const concepts: readonly Concept[] = [
  ...accountConcepts,
  ...moneyConcepts,
  ...goodsConcepts,
  ...softwareConcepts,
  ...businessConcepts,
].map(withEveryday);

function withEveryday(concept: Concept): Concept {
  const more = everyday[concept.id];
  if (!more) return concept;
  return {
    ...concept,
    english: [...concept.english, ...more.english],
    korean: [...concept.korean, ...more.korean],
    phrases: {
      english: [...concept.phrases.english, ...more.phrases.english],
      korean: [...concept.phrases.korean, ...more.phrases.korean],
    },
  };
}
