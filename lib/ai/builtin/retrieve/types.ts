/** What is indexed. `solved` are past customers' questions that this article answered. */
export type IndexedArticle = {
  id: string;
  title: string;
  body: string;
  lang: string;
  solved?: readonly string[];
};

export type RankedArticle = {
  articleId: string;
  /** Weighted BM25 over the fields; only comparable within one query. */
  score: number;
  /** Calibrated probability that this article answers the question, 0 to 1. */
  confidence: number;
  /** Whether `confidence` reaches the calibrator's threshold. Only the first article can be accepted. */
  accepted: boolean;
  /** What the calibrator looked at, by name, for the why-panel. */
  features: Readonly<Record<string, number>>;
};

/** A question with the article that answers it; null when none does. */
export type AnswerQuestion = { text: string; articleId: string | null };
