/**
 * What the assistant noticed about a ticket. Evidence only: nothing in here decides anything.
 * Every finding keeps the words it stands on, so the why-panel can underline them.
 */

/** Words in the customer's text. `start` and `end` are UTF-16 offsets into `TriageEvidence.text`. */
export type Cue = { text: string; start: number; end: number; meaning: string };

export type UrgencyLevel = "low" | "normal" | "high" | "urgent";
export type ComplexityLevel = "simple" | "standard" | "complex";
export type Sentiment = "negative" | "neutral" | "positive";

/** Topics the assistant never answers on its own; the list with its reasons is in `answers/never-automatic.ts`. */
export type NeverAutomaticTopic =
  | "money"
  | "legal"
  | "account_security"
  | "safety"
  | "minors"
  | "data_protection"
  | "contract_cancellation";

export type TopicHit = { topic: NeverAutomaticTopic; cues: Cue[] };

export type CategoryGuess = {
  /** Best category of this desk, null when none is plausible. */
  id: string | null;
  /** Calibrated share of such guesses that are right, 0..1. */
  confidence: number;
  /** True when the guess may route the ticket; false puts it in the triage queue with the ranking shown. */
  accepted: boolean;
  ranking: { id: string; score: number }[];
  /** How much the text is about anything this desk does, 0..1. */
  inScope: number;
};

/** An open ticket of the same customer that this one seems to repeat. Nothing is merged by it: a person does that. */
export type DuplicateGuess = {
  ticketId: string;
  number: number;
  /** 0..1 */
  likeness: number;
  /** Words of this ticket that the other has too. */
  words: string[];
};

export type TriageEvidence = {
  /** The text that was looked at: subject and the customer's own words, without quotes and signature. */
  text: string;
  /** `code` is BCP 47 ("en", "ko"), or "und" when the text is too short or not in a known language. */
  language: { code: string; confidence: number };
  category: CategoryGuess;
  sentiment: Sentiment;
  anger: { score: number; cues: Cue[] };
  urgency: { level: UrgencyLevel; cues: Cue[] };
  complexity: { level: ComplexityLevel; asks: number; cues: Cue[] };
  /** Skill keys an agent needs: "lang:ko", "topic:refund". */
  skills: string[];
  topics: TopicHit[];
  askedForPerson: { yes: boolean; cues: Cue[] };
  /** `byName`: the sender calls themselves something that speaks to a machine. */
  injection: { suspected: boolean; cues: Cue[]; byName?: boolean };
  /** Missing in evidence from before it was looked for. */
  duplicate?: DuplicateGuess | null;
  /** One or two of the customer's own sentences. */
  summary: string;
};

/** Anger at or above this score counts as angry, for the gate, the inbox and the numbers alike. */
export const angryFrom = 0.5;

/** Below this score a machine may answer; between the two the writer may be angry, and a person looks. */
export const calmBelow = 0.3;

export function isAngry(evidence: Pick<TriageEvidence, "anger">): boolean {
  return evidence.anger.score >= angryFrom;
}
