export const scores = ["good", "bad"] as const;
export type Score = (typeof scores)[number];

/** Who gave the last answer before the ticket was solved. */
export const answerers = ["agent", "assistant"] as const;
export type Answerer = (typeof answerers)[number];

/** off: nobody is asked. page: on the customer's own page. mail: there, and by one mail some hours after solving. */
export const askingWays = ["off", "page", "mail"] as const;
export type AskingWay = (typeof askingWays)[number];

export type RatingSettings = { ask: AskingWay; delayHours: number };
export const plainRatingSettings: RatingSettings = { ask: "page", delayHours: 24 };
export const mostDelayHours = 7 * 24;

export const mostComment = 2_000;

/** What the outgoing ledger keeps as the reason of the question: one a solving, for ever. */
export const ratingCause = (ratingId: string): string => `rating:${ratingId}`;
/** Such a mail that fails is nothing a person has to look after. */
export const asksForRating = (causeId: string): boolean => causeId.startsWith("rating:");

/** The one word of an address, or of a form; null for everything else. */
export function scoreOf(word: unknown): Score | null {
  return scores.find((score) => score === word) ?? null;
}
