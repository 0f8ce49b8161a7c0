import { searchTerms } from "./search-terms.ts";

export type Searchable = { title: string; body: string };

/** Saturation and length of BM25 (Robertson & Zaragoza 2009); a hit in the title counts three times. */
const k1 = 1.2;
const b = 0.6;
const titleWeight = 3;

/**
 * Best first, those that fit at all. `coverage` is the share of the question's weight that the article holds,
 * 0..1: below about a third the hit is by chance.
 */
export function rankArticles<Article extends Searchable>(
  articles: readonly Article[],
  question: string,
): { article: Article; score: number; coverage: number }[] {
  const asked = [...new Set(searchTerms(question.slice(0, 2000)))];
  if (asked.length === 0) return [];
  const counted = articles.map((article) => {
    const counts = new Map<string, number>();
    for (const term of searchTerms(article.title)) counts.set(term, (counts.get(term) ?? 0) + titleWeight);
    for (const term of searchTerms(article.body)) counts.set(term, (counts.get(term) ?? 0) + 1);
    const length = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { article, counts, length };
  });
  const average = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counted.length);
  const weights = new Map(
    asked.map((term) => {
      const holding = counted.filter(({ counts }) => counts.has(term)).length;
      return [term, Math.log(1 + (counted.length - holding + 0.5) / (holding + 0.5))];
    }),
  );
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0);

  return counted
    .map(({ article, counts, length }) => {
      let score = 0;
      let held = 0;
      for (const [term, weight] of weights) {
        const count = counts.get(term) ?? 0;
        if (count === 0) continue;
        held += weight;
        score += (weight * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average));
      }
      return { article, score, coverage: whole === 0 ? 0 : held / whole };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
}

/** The paragraph of a body that holds most of the question: what an answer quotes. */
export function bestParagraph(body: string, question: string): string {
  const paragraphs = body.split(/\n{2,}/).filter((part) => part.trim() !== "");
  const best = rankArticles(
    paragraphs.map((text) => ({ title: "", body: text })),
    question,
  )[0];
  return best?.article.body ?? paragraphs[0] ?? "";
}
