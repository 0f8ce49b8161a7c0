import type { Priority } from "../tickets/status.ts";
import type { ClockKind } from "./policy.ts";

/** What a policy has done by itself when a clock warns or breaches. */
export type ClockAction =
  | { kind: "notify"; who: "assignee" | "managers" }
  /** Never lowers it. */
  | { kind: "raise_priority"; to: Priority }
  /** Somebody else gets it, if anybody else fits. */
  | { kind: "reassign" }
  | { kind: "tag"; tag: string }
  | { kind: "webhook"; webhookId: string };

export type ClockMoment = "warning" | "breach";

/** A row of a policy's settings. */
export interface ClockRule {
  when: ClockMoment;
  /** Empty: any clock. */
  clocks: readonly ClockKind[];
  act: ClockAction;
}

/** The actions a moment calls for, in the order given. */
export function actionsFor(rules: readonly ClockRule[], when: ClockMoment, clock: ClockKind): ClockAction[] {
  return rules
    .filter((rule) => rule.when === when && (rule.clocks.length === 0 || rule.clocks.includes(clock)))
    .map((rule) => rule.act);
}
