/** A reply the assistant wrote, every sentence with what it stands on. */

export type SourceRef = {
  /** An order is always one of the very customer who asks. */
  kind: "article" | "order";
  id: string;
  /** Of an article its version; of an order the instant, in milliseconds, at which the shop last told of it. */
  version: number;
  title: string;
  /** The words of the source, as they stand there. */
  excerpt: string;
};

/** A sentence without sources is courtesy: a greeting, an acknowledgement, the way to a person. */
export type DraftSentence = { text: string; sources: SourceRef[] };

export type DraftReply = {
  language: string;
  sentences: DraftSentence[];
  /** The whole reply as plain text, paragraphs separated by a blank line. Empty when not answerable. */
  text: string;
  sources: SourceRef[];
  /** Calibrated share of such answers that are right, 0..1. Never the model's own opinion of itself. */
  confidence: number;
  answerable: boolean;
  articleId: string | null;
  /** "builtin" or "provider:model". */
  model: string;
  promptVersion: string;
};

export type UnsupportedKind =
  | "number"
  | "date"
  | "money"
  | "link"
  | "address"
  | "promise"
  | "claim"
  | "placeholder"
  | "refusal"
  | "markup"
  | "empty";

/** What the draft says and no source does. Any entry keeps the draft from being sent by itself. */
export type AnswerCheck = { unsupported: { text: string; kind: UnsupportedKind }[] };
