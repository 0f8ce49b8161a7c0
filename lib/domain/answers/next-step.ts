import { searchTerms } from "../search/search-terms.ts";

/** A ticket that people have solved: what it asked, and what was done about it. */
export type SolvedCase = {
  number: number;
  subject: string;
  text: string;
  /** Statuses it went through, in order. */
  path: string[];
  queueId: string | null;
  tags: string[];
  articles: { id: string; title: string }[];
  /** The fullest answer that a person or the assistant gave, not a last thank-you; "" when there was none. */
  reply: string;
};

export type NextStep = {
  /** The tickets it stands on, most similar first, with how alike they are, 0 to 1. */
  basis: { number: number; subject: string; share: number }[];
  /** What most of them had; null or empty where they differ. */
  path: string[] | null;
  queueId: string | null;
  tags: string[];
  article: { id: string; title: string; times: number } | null;
  /** The answer of the most similar one, as a person or the assistant wrote it. */
  reply: { number: number; text: string } | null;
};

/** How alike a ticket must be to teach anything, and how many are asked. */
const alikeFrom = 0.18;
const asked = 5;

/** What was done on the most similar solved tickets; null when none is similar enough. */
export function suggestNextStep(text: string, solved: readonly SolvedCase[]): NextStep | null {
  const weights = weightsOf(solved.map((one) => one.text));
  const own = vectorOf(text, weights);
  const ranked = solved
    .map((one) => ({ one, share: cosine(own, vectorOf(one.text, weights)) }))
    .filter(({ share }) => share >= alikeFrom)
    .sort((a, b) => b.share - a.share || b.one.number - a.one.number)
    .slice(0, asked);
  if (ranked.length === 0) return null;
  const cases = ranked.map(({ one }) => one);
  const article = mostCommon(cases.flatMap((one) => one.articles.map(({ id }) => id)));
  const path = majority(cases.map((one) => one.path.join(" ")));
  const replied = cases.find(({ reply }) => reply !== "");
  return {
    basis: ranked.map(({ one, share }) => ({ number: one.number, subject: one.subject, share })),
    path: path ? path.split(" ") : null,
    queueId: majority(cases.map((one) => one.queueId ?? "")) || null,
    tags: [...new Set(cases.flatMap((one) => one.tags))].filter(
      (tag) => cases.filter((one) => one.tags.includes(tag)).length * 2 > cases.length,
    ),
    article: article && {
      id: article.value,
      title: cases.flatMap((one) => one.articles).find(({ id }) => id === article.value)!.title,
      times: article.times,
    },
    reply: replied ? { number: replied.number, text: replied.reply } : null,
  };
}

function weightsOf(texts: readonly string[]): Map<string, number> {
  const seenIn = new Map<string, number>();
  for (const text of texts)
    for (const term of new Set(searchTerms(text))) seenIn.set(term, (seenIn.get(term) ?? 0) + 1);
  return new Map([...seenIn].map(([term, times]) => [term, Math.log(1 + texts.length / times)]));
}

function vectorOf(text: string, weights: ReadonlyMap<string, number>): Map<string, number> {
  const vector = new Map<string, number>();
  const rare = Math.log(1 + Math.max(1, weights.size));
  for (const term of new Set(searchTerms(text))) vector.set(term, weights.get(term) ?? rare / 4);
  return vector;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0);
  return dot === 0 ? 0 : dot / (Math.hypot(...a.values()) * Math.hypot(...b.values()));
}

function mostCommon(values: readonly string[]): { value: string; times: number } | null {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  const [best] = [...times].sort((a, b) => b[1] - a[1]);
  return best ? { value: best[0], times: best[1] } : null;
}

/** What more than half of them have. */
function majority(values: readonly string[]): string | null {
  const best = mostCommon(values);
  return best && best.times * 2 > values.length ? best.value : null;
}
