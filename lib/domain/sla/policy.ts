import type { Priority } from "../tickets/status.ts";
import { matches, type TicketConditions, type TicketTraits } from "./conditions.ts";

export const clockKinds = ["first_reply", "next_reply", "requester_wait", "resolution"] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Minutes by clock; a clock without a target is measured but has no deadline. */
export type ClockTargets = Partial<Record<ClockKind, number>>;

export interface SlaPolicy {
  id: string;
  name: string;
  /** All given conditions must hold; none given matches everything. */
  conditions: TicketConditions;
  targets: Partial<Record<Priority, ClockTargets>>;
  /** In which statuses the resolution clock pauses. */
  pausesOn: readonly ("pending" | "on_hold")[];
  /** The calendar that counts its minutes (business hours); null counts every minute (calendar hours). */
  calendarId: string | null;
  /** Whether an answer of the assistant ends next reply. It never ends first reply. */
  assistantFulfilsNextReply: boolean;
  /** When to warn, in percent of the target used up; null never warns. Left out: 80. */
  warnAtPercent?: number | null;
}

/** The first policy, in the order given, whose conditions hold. Null: no targets, the clocks only measure. */
export function choosePolicy(policies: readonly SlaPolicy[], ticket: TicketTraits): SlaPolicy | null {
  return policies.find((policy) => matches(policy.conditions, ticket)) ?? null;
}
