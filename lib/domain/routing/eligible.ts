import { type Calendar, isOpen, nextOpening } from "../calendars/calendar.ts";
import type { AgentState, Exclusion, QueueRule, RoutedTicket, SkillNeed } from "./types.ts";

/** What a person is held against. */
export interface Demand {
  ticket: Pick<RoutedTicket, "notAgentIds">;
  /** Null: anybody at the desk. */
  queue: Pick<QueueRule, "memberIds"> | null;
  needs: readonly SkillNeed[];
  now: Date;
  /** Whether a calendar is open now, remembered within one decision. */
  openNow?: Map<Calendar, boolean>;
}

/** Why a person must not get a ticket; null when they may. */
export function exclusionOf(agent: AgentState, demand: Demand): Exclusion | null {
  const { ticket, queue, needs, now } = demand;
  if (queue && queue.memberIds.length > 0 && !queue.memberIds.includes(agent.id)) return "not_member";
  if (ticket.notAgentIds?.includes(agent.id)) return "gave_back";
  if (needs.some((need) => !agent.skills[need.key])) return "missing_skill";
  if (needs.some((need) => agent.skills[need.key]! < need.minLevel)) return "level_too_low";
  if (agent.availability !== "online") return agent.availability;
  if (!atWork(agent.workingHours, now, demand.openNow)) return "off_hours";
  if (agent.openCount >= agent.capacity) return "full";
  return null;
}

/** When somebody who is not there comes back, as far as that is known. */
export function backAt(agent: AgentState, now: Date): Date | null {
  if (agent.availability === "offline") return null;
  const back = agent.availability === "away" ? (agent.backAt ?? null) : now;
  return back && agent.workingHours ? nextOpening(agent.workingHours, back) : back;
}

function atWork(hours: Calendar | null, now: Date, known?: Map<Calendar, boolean>): boolean {
  if (!hours) return true;
  const cached = known?.get(hours);
  if (cached !== undefined) return cached;
  const open = isOpen(hours, now);
  known?.set(hours, open);
  return open;
}
