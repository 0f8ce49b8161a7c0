import type { Calendar } from "../calendars/calendar.ts";
import type { TicketConditions, TicketTraits } from "../sla/conditions.ts";
import type { Priority } from "../tickets/status.ts";
import type { ComplexityLevel, UrgencyLevel } from "../triage/evidence.ts";

/** A skill that is needed: languages are skills ("lang:ko"), topics too ("topic:refund"). Levels are 1 to 3. */
export interface SkillNeed {
  key: string;
  minLevel: number;
}

/** What routing knows of a ticket. */
export interface RoutedTicket extends TicketTraits {
  id: string;
  /** 0..1 */
  anger: number;
  urgency: UrgencyLevel;
  complexity: ComplexityLevel;
  /** What category and triage ask for; skill rules and the queue add to it. */
  skillsNeeded: readonly SkillNeed[];
  /** Since when it waits for a person. */
  waitingSince: Date;
  /** Its next deadline, for queues that work by it. */
  dueAt?: Date | null;
  /** A person put it into this queue, and rules do not move it. */
  pinnedQueueId?: string | null;
  /** People who gave it back and do not get it again. */
  notAgentIds?: readonly string[];
}

/** A row of settings that asks for a skill. */
export interface SkillRule {
  id: string;
  when: RouteConditions;
  /** A skill key, or "*" to raise every skill that is asked for already. */
  skill: string;
  minLevel: number;
}

/** Conditions over a ticket's traits and what triage found in it. */
export interface RouteConditions extends TicketConditions {
  /** Anger at or above this, 0..1. */
  angerFrom?: number;
  urgencies?: readonly UrgencyLevel[];
  complexities?: readonly ComplexityLevel[];
}

/** A row of settings that decides priority; the first that matches wins. */
export interface PriorityRule {
  id: string;
  when: RouteConditions;
  priority: Priority;
}

/** How a need gives way when nobody fits. */
export type Relaxation =
  /** Every level asked for goes down by this much, not below 1. */
  | { kind: "lower_levels"; by: number }
  | { kind: "drop_skill"; key: string }
  /** All skills but languages. */
  | { kind: "drop_topics" }
  /** Anybody at the desk, not the queue's members only. */
  | { kind: "any_agent" }
  | { kind: "tell_manager" };

/** A configured step: from this many minutes of waiting (in the queue's calendar) on. Steps add up. */
export interface RelaxationStep {
  afterMinutes: number;
  relax: Relaxation;
}

/** priority: what waits longest, urgent ones hours ahead · oldest: first come · deadline: next clock first. */
export type QueueOrder = "priority" | "oldest" | "deadline";

export interface QueueRule {
  id: string;
  /** Queues are tried in the order given; the first whose conditions hold takes the ticket. */
  conditions: RouteConditions;
  isDefault: boolean;
  skills: readonly SkillNeed[];
  /** In which order its tickets are taken; left out: priority. */
  order?: QueueOrder;
  /** Empty: everybody is a member. */
  memberIds: readonly string[];
  relaxations: readonly RelaxationStep[];
  /** Counts its waiting time; null counts every minute. */
  calendar: Calendar | null;
}

export interface AgentState {
  id: string;
  /** Level by skill key, 1 to 3. */
  skills: Readonly<Record<string, number>>;
  availability: "online" | "away" | "offline";
  capacity: number;
  /** Tickets they have open now. */
  openCount: number;
  /** Tickets they were given today, solved or not: what fairness over the day goes by. */
  openToday: number;
  /** Tickets like this one that they have solved. */
  solvedLike: number;
  /** Outside of it they get nothing; null: whenever they are online. */
  workingHours: Calendar | null;
  lastAssignedAt: Date | null;
  /** They talked with this customer last. */
  knowsCustomer: boolean;
  /** When an away agent said they are back. */
  backAt?: Date | null;
}

export interface RouteInput {
  ticket: RoutedTicket;
  queues: readonly QueueRule[];
  agents: readonly AgentState[];
  skillRules: readonly SkillRule[];
  priorityRules: readonly PriorityRule[];
  now: Date;
}

/** Why a person does not get a ticket; the first that holds, in this order. */
export type Exclusion =
  | "not_member"
  | "gave_back"
  | "missing_skill"
  | "level_too_low"
  | "offline"
  | "away"
  | "off_hours"
  | "full";

/** The parts of "to Mina: Korean, refunds ★★; 4 of 8 open; solved 12 like it; back at 13:00", for either language. */
export type ReasonPart =
  | { kind: "queue"; queueId: string; because: "conditions" | "default" | "by_hand" }
  | { kind: "skill"; key: string; level: number; minLevel: number }
  | { kind: "load"; open: number; capacity: number }
  | { kind: "solved_like"; count: number }
  | { kind: "knows_customer" }
  /** What decided between this person and the runner-up. */
  | { kind: "decided_by"; by: Advantage }
  | { kind: "relaxed"; relax: Relaxation; afterMinutes: number }
  | { kind: "nobody"; excluded: Partial<Record<Exclusion, number>> }
  /** Would have had it, or might get it, but is not there until then. */
  | { kind: "back_at"; agentId: string; at: Date; knowsCustomer: boolean };

/** What put one person before another. `spare_skills`: the other's rarer skills are kept for who needs them. */
export type Advantage =
  | "knows_customer"
  | "free_capacity"
  | "spare_skills"
  | "fewer_today"
  | "experience"
  | "waited_longest"
  | "name_order"
  | "only_one";

export interface RouteDecision {
  queueId: string;
  /** Null: it waits in the queue. */
  agentId: string | null;
  priority: Priority;
  /** What was asked for in the end, after rules and relaxation. */
  needs: SkillNeed[];
  reason: ReasonPart[];
  runnerUp: { agentId: string; reason: ReasonPart[] } | null;
  relaxed: RelaxationStep[];
  /** Nobody fits and the configured time has passed: a manager hears of it. */
  tellManager: boolean;
  /** When waiting longer changes the answer: the next relaxation, or somebody coming back. Null when neither. */
  retryAt: Date | null;
}
