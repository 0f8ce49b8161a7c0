import { namedOrders } from "#lib/domain/customers/name-order.ts";
import { searchTerms } from "#lib/domain/search/search-terms.ts";
import type { DuplicateGuess } from "#lib/domain/triage/evidence.ts";
import type { OwnTicket } from "#lib/domain/triage/thread.ts";
import { terms } from "./retrieve/terms.ts";

/** How alike two texts must be; and how alike when the second says that it asks again. */
const alikeFrom = 0.5;
const alikeWhenRepeated = 0.25;
/** Naming the same order, or any other long number, says more than many words. */
const sameNumber = 0.3;
const conceptWeight = 1.2;
/** Fewer words and concepts in common than this are no likeness. */
const leastShared = 3;

const repeated =
  /\b(?:still|again|any (?:news|updates?)|asked|i (?:wrote|mailed|e-?mailed)|follow(?:ing)? up|no (?:answer|reply|response)|nobody (?:has )?(?:answered|replied)|reminder|as i said)\b|아직|다시|계속|재차|(?:문의|요청|연락|말씀) ?드렸|답(?:변|장)?(?:이|을)? ?(?:없|못 받|안)/iu;

/**
 * Which of the customer's own open tickets this one repeats: the one most alike by words and by what they stand for, in either
 * language. Two texts that name different orders are never the same. The likeness is the mean of the overlap coefficient
 * (Szymkiewicz–Simpson) and Dice's: a short reminder repeats a long complaint. Null when none is alike enough.
 */
export function findDuplicate(text: string, own: readonly OwnTicket[]): DuplicateGuess | null {
  const numbers = namedOrders(text);
  const asked = weighted(text);
  const least = repeated.test(text) ? alikeWhenRepeated : alikeFrom;
  let best: DuplicateGuess | null = null;
  for (const { id, number, subject, text: before } of own) {
    const other = `${subject}\n${before}`;
    const named = namedOrders(other);
    const shares = numbers.some((one) => named.includes(one));
    if (numbers.length > 0 && named.length > 0 && !shares) continue;
    const { likeness, shared } = compare(asked, weighted(other));
    const total = Math.min(1, likeness + (shares ? sameNumber : 0));
    if (total < least || (shared < leastShared && !shares)) continue;
    if (!best || total > best.likeness)
      best = { ticketId: id, number, likeness: total, words: sharedWords(text, other) };
  }
  return best;
}

type Weighted = { terms: Map<string, number>; sum: number };

function weighted(text: string): Weighted {
  const found = new Map<string, number>();
  for (const term of searchTerms(text)) if (!/^\d+$/u.test(term)) found.set(term, 1);
  for (const concept of terms(text).concept) found.set(`concept ${concept}`, conceptWeight);
  return { terms: found, sum: [...found.values()].reduce((sum, weight) => sum + weight, 0) };
}

function compare(a: Weighted, b: Weighted): { likeness: number; shared: number } {
  const shared = [...a.terms].filter(([term]) => b.terms.has(term));
  if (shared.length === 0) return { likeness: 0, shared: 0 };
  const weight = shared.reduce((sum, [, own]) => sum + own, 0);
  const overlap = weight / Math.min(a.sum, b.sum);
  const dice = (2 * weight) / (a.sum + b.sum);
  return { likeness: (overlap + dice) / 2, shared: shared.length };
}

const mostWords = 8;

/** The words of `text` that the other has too, as they are written. */
function sharedWords(text: string, other: string): string[] {
  const known = new Set(searchTerms(other));
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)]
    .map(([word]) => word)
    .filter((word) => searchTerms(word).some((term) => known.has(term)));
  return [...new Set(words)].slice(0, mostWords);
}
