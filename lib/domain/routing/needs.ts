import { matches, type TicketConditions } from "../sla/conditions.ts";
import type { Priority } from "../tickets/status.ts";
import { angryFrom } from "../triage/evidence.ts";
import type {
  PriorityRule,
  QueueRule,
  Relaxation,
  RouteConditions,
  RoutedTicket,
  SkillNeed,
  SkillRule,
} from "./types.ts";

const MAX_LEVEL = 3;

/** What a new desk starts with: hard tickets go to people with the level for it. Rows in settings from then on. */
export const standardSkillRules: readonly SkillRule[] = [
  { id: "angry", when: { angerFrom: angryFrom }, skill: "*", minLevel: 2 },
  { id: "urgent", when: { urgencies: ["urgent"] }, skill: "*", minLevel: 2 },
  { id: "complex", when: { complexities: ["complex"] }, skill: "*", minLevel: 2 },
];

/** And they go first in the queue. */
export const standardPriorityRules: readonly PriorityRule[] = [
  { id: "urgent", when: { urgencies: ["urgent"] }, priority: "urgent" },
  { id: "angry-vip", when: { angerFrom: angryFrom, vip: true }, priority: "urgent" },
  { id: "angry", when: { angerFrom: angryFrom }, priority: "high" },
  { id: "high", when: { urgencies: ["high"] }, priority: "high" },
  { id: "vip", when: { vip: true }, priority: "high" },
  { id: "complex", when: { complexities: ["complex"] }, priority: "high" },
  { id: "low", when: { urgencies: ["low"] }, priority: "low" },
];

/** Whether a routing rule speaks about a ticket. */
export function applies(when: RouteConditions, ticket: RoutedTicket): boolean {
  const traits: TicketConditions = when;
  return (
    matches(traits, ticket) &&
    (when.angerFrom === undefined || ticket.anger >= when.angerFrom) &&
    (when.urgencies?.includes(ticket.urgency) ?? true) &&
    (when.complexities?.includes(ticket.complexity) ?? true)
  );
}

/** The priority of the first rule that applies; without one the ticket keeps its own. */
export function priorityOf(rules: readonly PriorityRule[], ticket: RoutedTicket): Priority {
  return rules.find((rule) => applies(rule.when, ticket))?.priority ?? ticket.priority;
}

/** The queue that takes a ticket: where a person put it, else the first whose conditions hold, else the default. */
export function queueOf(
  queues: readonly QueueRule[],
  ticket: RoutedTicket,
): { queue: QueueRule; because: "conditions" | "default" | "by_hand" } {
  const pinned = ticket.pinnedQueueId && queues.find((queue) => queue.id === ticket.pinnedQueueId);
  if (pinned) return { queue: pinned, because: "by_hand" };
  const chosen = queues.find((queue) => !queue.isDefault && applies(queue.conditions, ticket));
  const fallback = queues.find((queue) => queue.isDefault) ?? queues.at(-1);
  if (!fallback) throw new RangeError("a desk has at least one queue");
  return chosen ? { queue: chosen, because: "conditions" } : { queue: fallback, because: "default" };
}

/** All skills that a ticket needs in a queue, each once at the highest level that anything asks for; sorted by key. */
export function needsOf(ticket: RoutedTicket, queue: QueueRule, rules: readonly SkillRule[]): SkillNeed[] {
  const levels = new Map<string, number>();
  const ask = (key: string, minLevel: number) =>
    levels.set(key, Math.max(levels.get(key) ?? 1, Math.min(minLevel, MAX_LEVEL)));
  for (const need of [...queue.skills, ...ticket.skillsNeeded]) ask(need.key, need.minLevel);
  const applying = rules.filter((rule) => applies(rule.when, ticket));
  for (const rule of applying) if (rule.skill !== "*") ask(rule.skill, rule.minLevel);
  for (const rule of applying) {
    if (rule.skill === "*") for (const key of levels.keys()) if (!isLanguage(key)) ask(key, rule.minLevel);
  }
  return [...levels].map(([key, minLevel]) => ({ key, minLevel })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The needs that are left after one relaxation. */
export function relaxNeeds(needs: readonly SkillNeed[], relax: Relaxation): SkillNeed[] {
  switch (relax.kind) {
    case "lower_levels":
      return needs.map(({ key, minLevel }) => ({ key, minLevel: Math.max(1, minLevel - relax.by) }));
    case "drop_skill":
      return needs.filter((need) => need.key !== relax.key);
    case "drop_topics":
      return needs.filter((need) => isLanguage(need.key));
    default:
      return [...needs];
  }
}

const isLanguage = (key: string): boolean => key.startsWith("lang:");
