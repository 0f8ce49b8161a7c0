import type { AgentState, RoutedTicket, RouteInput } from "./types.ts";

/** One ticket of the past, and what it took. */
export interface Arrival {
  ticket: Omit<RoutedTicket, "waitingSince">;
  at: Date;
  /** Minutes of a person's work. */
  handleMinutes: number;
  /** Minutes of the queue's calendar to the first reply; null is not measured. */
  firstReplyTarget: number | null;
}

/** A person as planned; working hours decide when they are there, null is always. */
export type PlannedAgent = Pick<AgentState, "id" | "skills" | "capacity" | "workingHours"> & {
  /** How many tickets of a category they have solved, by category id. */
  solved?: Readonly<Record<string, number>>;
};

export interface Simulation extends Pick<RouteInput, "queues" | "skillRules" | "priorityRules"> {
  arrivals: readonly Arrival[];
  agents: readonly PlannedAgent[];
  /** When to stop; what still waits then counts as unserved. */
  until: Date;
}

/** Minutes in the queue's calendar. */
export interface Spread {
  mean: number;
  p50: number;
  p90: number;
  max: number;
}

export interface SimulationResult {
  /** From arrival until a person begins; of what still waits at the end, until then. */
  waitMinutes: Spread;
  served: number;
  unserved: number;
  /** Tickets with a target, and those whose first reply came after it or was still out past it. */
  measured: number;
  breached: number;
  /** Tickets for which a need gave way, and of which a manager would have been told. */
  relaxed: number;
  toldManager: number;
  agents: { id: string; served: number; mostOpen: number; workedMinutes: number }[];
  queues: { id: string; tickets: number; waitMinutes: Spread }[];
}

/** Mean and quantiles; the nearest-rank ones, so that each is a value that occurred. Zeros for none. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return { mean: 0, p50: 0, p90: 0, max: 0 };
  const sorted = values.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    p50: rank(0.5),
    p90: rank(0.9),
    max: sorted.at(-1)!,
  };
}
