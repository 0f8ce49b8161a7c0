import type { ArticleIndex } from "./article-index.ts";
import { type Terms, terms } from "./terms.ts";

/** How an article has been asked for: its title and its past questions. */
export function wordingsOf({ articles, wordings }: ArticleIndex, article: number): Terms[] {
  const known = wordings.get(article);
  if (known) return known;
  const { title, solved = [] } = articles[article]!;
  const found = [title, ...solved].map((text) => terms(text));
  wordings.set(article, found);
  return found;
}
