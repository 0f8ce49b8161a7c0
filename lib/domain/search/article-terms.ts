import { searchTerms } from "./search-terms.ts";
import { places } from "./ticket-terms.ts";

/** So many articles an assistant holds in memory; of more, only the candidates for a question. */
export const heldArticles = 1_000;

const longestTerm = 60;
const mostTerms = 5_000;

/** What an article is found by; words of its title stand out. */
export function termsOfArticle({ title, body }: { title: string; body: string }): string[] {
  const titles = bounded(searchTerms(title));
  const found = new Set([...titles.map((term) => places.title + term), ...titles]);
  for (const term of bounded(searchTerms(body))) {
    if (found.size >= mostTerms) break;
    found.add(term);
  }
  return [...found];
}

export type WeighedTerm = { term: string; weight: number };

/** So many articles may be looked at for one question, and so many of its terms. */
const mostHeld = 4_000;
const mostAsked = 40;

/**
 * The terms of a question that candidates are found by, the rarest first, each with its rarity. What stands in many
 * articles is left out as soon as the rarer terms together lead to enough. `common`: the share of the articles that hold a
 * term, for those that are not rare. The rarest term always counts.
 */
export function candidateTerms(
  question: string,
  articles: number,
  common: ReadonlyMap<string, number>,
): WeighedTerm[] {
  const asked = [...new Set(bounded(searchTerms(question)))]
    .map((term) => ({ term, held: (common.get(term) ?? 0) * articles }))
    .sort((a, b) => a.held - b.held || (a.term < b.term ? -1 : 1))
    .slice(0, mostAsked);
  let held = 0;
  const chosen = asked.filter((one, i) => {
    held += one.held;
    return i === 0 || held <= mostHeld;
  });
  return chosen.flatMap((one) => {
    const weight = Math.log(1 + articles / (one.held + 1));
    return [
      { term: one.term, weight },
      { term: places.title + one.term, weight },
    ];
  });
}

function bounded(terms: readonly string[]): string[] {
  return terms.filter((term) => term.length <= longestTerm);
}
