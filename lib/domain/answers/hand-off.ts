import type { HandOffReason } from "./gate-input.ts";

/** What is usually needed and not in the text. */
export const missingFacts = ["order_number", "device", "message"] as const;
export type MissingFact = (typeof missingFacts)[number];

/**
 * What an agent reads first. The lists hold words of the ticket and keys, never sentences of ours: the screen words
 * them in the agent's language.
 */
export type HandOffSummary = {
  /** The customer's own sentences that ask for something, at most three. */
  wants: string[];
  /** What the customer says they tried, and what the assistant did here. */
  tried: { by: "customer" | "article" | "reply"; text: string }[];
  missing: MissingFact[];
  /** Facts standing in the text. */
  facts: { kind: "order" | "money" | "date" | "link"; text: string }[];
  reason: HandOffReason | null;
};
