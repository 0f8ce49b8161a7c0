import type { RatingSettings } from "./rating.ts";

/** What is known about a solved ticket when its customer might be asked by mail. */
export type AskFacts = {
  ask: RatingSettings["ask"];
  /** Still solved (or closed since), by the very solving that the question is about. */
  sameSolving: boolean;
  isSpam: boolean;
  trashed: boolean;
  merged: boolean;
  /** The message that opened it came from a machine, a list, or nobody we can be sure of. */
  openedByMachine: boolean;
  /** Somebody of the desk, or the assistant, has said something to the customer. */
  answered: boolean;
  rated: boolean;
  blocked: boolean;
  hasAddress: boolean;
};

export type NotAskedReason =
  | "switched_off"
  | "reopened"
  | "spam"
  | "trashed"
  | "merged"
  | "opened_by_machine"
  | "not_answered"
  | "rated_already"
  | "blocked"
  | "no_address";

const obstacles: readonly [NotAskedReason, (facts: AskFacts) => boolean][] = [
  ["switched_off", ({ ask }) => ask !== "mail"],
  ["merged", ({ merged }) => merged],
  ["reopened", ({ sameSolving }) => !sameSolving],
  ["spam", ({ isSpam }) => isSpam],
  ["trashed", ({ trashed }) => trashed],
  ["blocked", ({ blocked }) => blocked],
  ["opened_by_machine", ({ openedByMachine }) => openedByMachine],
  ["not_answered", ({ answered }) => !answered],
  ["rated_already", ({ rated }) => rated],
  ["no_address", ({ hasAddress }) => !hasAddress],
];

/** Why the customer gets no mail that asks how it was; null when they get one, if the caps for automatic mail agree. */
export function whyNotAsk(facts: AskFacts): NotAskedReason | null {
  return obstacles.find(([, stands]) => stands(facts))?.[0] ?? null;
}
