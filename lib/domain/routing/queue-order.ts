import type { Priority } from "../tickets/status.ts";
import { route } from "./route.ts";
import type { AgentState, QueueOrder, RouteDecision, RoutedTicket, RouteInput } from "./types.ts";

/**
 * How many minutes of waiting a priority is worth: urgent tickets go hours ahead, and yet nothing
 * starves, since every ticket's waiting goes on counting.
 */
const worthMinutes: Record<Priority, number> = { urgent: 480, high: 120, normal: 30, low: 0 };

type Waiting = Pick<RoutedTicket, "id" | "priority" | "waitingSince" | "dueAt">;

/** Sorts a queue: what is to be taken first comes first. Does not depend on the present moment. */
export function compareWaiting(order: QueueOrder): (a: Waiting, b: Waiting) => number {
  const key = keys[order];
  return (a, b) =>
    compareNumbers(key(a), key(b)) || compareNumbers(since(a), since(b)) || (a.id < b.id ? -1 : 1);
}

/**
 * "Next ticket": the first waiting ticket, in the order given, that this person may have. Null when
 * there is none for them; the order's own claim is still a conditional update.
 */
export function nextTicketFor(
  agent: AgentState,
  waiting: readonly RoutedTicket[],
  rules: Omit<RouteInput, "ticket" | "agents">,
): { ticket: RoutedTicket; decision: RouteDecision } | null {
  for (const ticket of waiting) {
    const decision = route({ ...rules, ticket, agents: [agent] });
    if (decision.agentId === agent.id) return { ticket, decision };
  }
  return null;
}

/** What a queue sorts by, in epoch ms: less comes first. */
export function turnOf(order: QueueOrder, ticket: Waiting): number {
  return keys[order](ticket);
}

const since = (ticket: Waiting): number => ticket.waitingSince.getTime();

const keys: Record<QueueOrder, (ticket: Waiting) => number> = {
  priority: (ticket) => since(ticket) - worthMinutes[ticket.priority] * 60_000,
  oldest: since,
  deadline: (ticket) => ticket.dueAt?.getTime() ?? Number.POSITIVE_INFINITY,
};

/** Infinity minus infinity is no number, so no subtraction here. */
const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
