/** What one desk knows. Loaded by the caller; nothing of any particular desk is built in. */

export type Wording = Readonly<Partial<Record<string, string>>>;

export type KnownCategory = {
  id: string;
  key: string;
  /** By language: {en, ko}. */
  name: Wording;
  description?: string | Wording | null;
  /** Phrases a customer would write. */
  examples?: readonly string[];
  /** Standard topics of the starter pack this category stands for; null or missing: found by name. */
  concepts?: readonly string[] | null;
};

export type KnownArticle = {
  id: string;
  title: string;
  body: string;
  lang: string;
  categoryId: string | null;
  mayAutoAnswer: boolean;
  version: number;
  /** Where the customer can read it. */
  url?: string | null;
  /** Past questions this article answered, newest last. */
  solved?: readonly string[];
};

/** Oldest first. A ticket whose category a person set or confirmed. `categoryId: null` is "none of ours". */
export type KnownExample = { id: string; text: string; categoryId: string | null };

export type Knowledge = {
  categories: readonly KnownCategory[];
  /** All of them, or a sample of a stock that is too large to hold. */
  articles: readonly KnownArticle[];
  /** Of a stock too large to hold: those of a language that share most with a question. The same question finds the same. */
  findArticles?: (question: string, language: string) => Promise<readonly KnownArticle[]>;
  /** Past questions that none of the articles answered, newest last. */
  unanswered?: readonly string[];
  examples: readonly KnownExample[];
  /** Changes whenever any of the above does; part of the input hash. */
  version: string;
};

export function wordings(wording: string | Wording | null | undefined): string[] {
  if (!wording) return [];
  return typeof wording === "string"
    ? [wording]
    : Object.values(wording).filter((text): text is string => Boolean(text));
}
