import type { Concept } from "./concept.ts";
import { accountConcepts } from "./concepts/account.ts";
import { businessConcepts } from "./concepts/business.ts";
import { goodsConcepts } from "./concepts/goods.ts";
import { moneyConcepts } from "./concepts/money.ts";
import { softwareConcepts } from "./concepts/software.ts";

export const concepts: readonly Concept[] = [
  ...accountConcepts,
  ...moneyConcepts,
  ...goodsConcepts,
  ...softwareConcepts,
  ...businessConcepts,
];
