import { aroundTheClock, businessMsBetween, dueAt } from "../calendars/calendar.ts";
import { backAt, type Demand, exclusionOf } from "./eligible.ts";
import { needsOf, priorityOf, queueOf, relaxNeeds } from "./needs.ts";
import { advantage, type Candidate, rank } from "./rank.ts";
import type {
  AgentState,
  Exclusion,
  QueueRule,
  ReasonPart,
  RelaxationStep,
  RouteDecision,
  RouteInput,
  SkillNeed,
} from "./types.ts";

export type * from "./types.ts";

/**
 * Decides queue, person and priority for one ticket, and says why. Pure: the same input gives the same
 * answer. Nobody full, away or without the skills gets anything; needs give way only when nobody fits
 * and only in the queue's steps that the ticket has waited for.
 */
export function route(input: RouteInput): RouteDecision {
  const { now } = input;
  const ticket = { ...input.ticket, priority: priorityOf(input.priorityRules, input.ticket) };
  const { queue, because } = queueOf(input.queues, ticket);
  const passed = stepsPassed(queue, ticket.waitingSince, now);
  const fit = firstFit(input, queue, passed);
  const [best, second] = rank(fit.eligible, fit.present, fit.needs);
  const reason: ReasonPart[] = [{ kind: "queue", queueId: queue.id, because }];
  for (const { relax, afterMinutes } of fit.relaxed) reason.push({ kind: "relaxed", relax, afterMinutes });
  const base = { queueId: queue.id, priority: ticket.priority, needs: fit.needs, relaxed: fit.relaxed };
  if (!best) {
    const back = backSoonest(fit.absent, now);
    reason.push({ kind: "nobody", excluded: fit.excluded }, ...back);
    return {
      ...base,
      agentId: null,
      reason,
      runnerUp: null,
      tellManager: passed.some((step) => step.relax.kind === "tell_manager"),
      retryAt: earliest([nextStepAt(queue, ticket.waitingSince, now), back[0]?.at ?? null]),
    };
  }
  reason.push(...reasonFor(best, fit.needs), { kind: "decided_by", by: advantage(best, second) });
  reason.push(
    ...backSoonest(
      fit.absent.filter((agent) => agent.knowsCustomer),
      now,
    ),
  );
  return {
    ...base,
    agentId: best.agent.id,
    reason,
    runnerUp: second ? { agentId: second.agent.id, reason: reasonFor(second, fit.needs) } : null,
    tellManager: false,
    retryAt: null,
  };
}

/**
 * Why the person who has a ticket should not have it now; null when it may stay. A full list is no reason,
 * and what the ticket's waiting has already relaxed is not asked for again.
 */
export function unfitReason(input: RouteInput, agentId: string): Exclusion | null {
  const agent = input.agents.find((one) => one.id === agentId);
  if (!agent) return "not_member";
  const { queue } = queueOf(input.queues, input.ticket);
  const demand = strictDemand(input, queue);
  for (const step of stepsPassed(queue, input.ticket.waitingSince, input.now)) relaxDemand(demand, step);
  const exclusion = exclusionOf(agent, demand);
  return exclusion === "full" ? null : exclusion;
}

interface Fit {
  eligible: AgentState[];
  present: AgentState[];
  /** Would fit, if they were there. */
  absent: AgentState[];
  excluded: Partial<Record<Exclusion, number>>;
  needs: SkillNeed[];
  relaxed: RelaxationStep[];
}

/** Tries without relaxation, then with one more passed step at a time, until somebody fits. */
function firstFit(input: RouteInput, queue: QueueRule, passed: readonly RelaxationStep[]): Fit {
  const demand = strictDemand(input, queue);
  let fit = fitFor(input.agents, demand);
  const relaxed: RelaxationStep[] = [];
  for (const step of passed) {
    if (fit.eligible.length > 0) break;
    if (step.relax.kind === "tell_manager") continue;
    relaxed.push(step);
    relaxDemand(demand, step);
    fit = fitFor(input.agents, demand);
  }
  return { ...fit, relaxed };
}

function strictDemand({ ticket, skillRules, now }: RouteInput, queue: QueueRule): Demand {
  return { ticket, queue, needs: needsOf(ticket, queue, skillRules), now, openNow: new Map() };
}

function relaxDemand(demand: Demand, { relax }: RelaxationStep): void {
  demand.needs = relaxNeeds(demand.needs, relax);
  if (relax.kind === "any_agent") demand.queue = null;
}

function fitFor(agents: readonly AgentState[], demand: Demand): Omit<Fit, "relaxed"> {
  const eligible: AgentState[] = [];
  const present: AgentState[] = [];
  const absent: AgentState[] = [];
  const excluded: Fit["excluded"] = {};
  for (const agent of agents) {
    const exclusion = exclusionOf(agent, demand);
    if (agent.availability === "online" && exclusion !== "off_hours") present.push(agent);
    if (!exclusion) eligible.push(agent);
    else excluded[exclusion] = (excluded[exclusion] ?? 0) + 1;
    if (exclusion === "away" || exclusion === "off_hours") absent.push(agent);
  }
  return { eligible, present, absent, excluded, needs: [...demand.needs] };
}

function reasonFor({ agent, knows }: Candidate, needs: readonly SkillNeed[]): ReasonPart[] {
  const parts: ReasonPart[] = needs.map(({ key, minLevel }) => ({
    kind: "skill",
    key,
    level: agent.skills[key]!,
    minLevel,
  }));
  parts.push({ kind: "load", open: agent.openCount, capacity: agent.capacity });
  if (agent.solvedLike > 0) parts.push({ kind: "solved_like", count: agent.solvedLike });
  if (knows) parts.push({ kind: "knows_customer" });
  return parts;
}

function stepsPassed(queue: QueueRule, since: Date, now: Date): RelaxationStep[] {
  if (queue.relaxations.length === 0) return [];
  const waited = businessMsBetween(queue.calendar ?? aroundTheClock, since, now) / 60_000;
  return inOrder(queue).filter((step) => step.afterMinutes <= waited);
}

function nextStepAt(queue: QueueRule, since: Date, now: Date): Date | null {
  const times = inOrder(queue).map((step) =>
    dueAt(queue.calendar ?? aroundTheClock, since, step.afterMinutes),
  );
  return times.find((at) => at !== null && at > now) ?? null;
}

const inOrder = (queue: QueueRule): RelaxationStep[] =>
  queue.relaxations.toSorted((a, b) => a.afterMinutes - b.afterMinutes);

/** The first of the absent to come back, as a reason; empty when nobody said when. */
function backSoonest(absent: readonly AgentState[], now: Date): Extract<ReasonPart, { kind: "back_at" }>[] {
  return absent
    .map((agent) => ({ agent, at: backAt(agent, now) }))
    .filter((one): one is { agent: AgentState; at: Date } => one.at !== null && one.at > now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, 1)
    .map(({ agent, at }) => ({ kind: "back_at", agentId: agent.id, at, knowsCustomer: agent.knowsCustomer }));
}

function earliest(times: readonly (Date | null)[]): Date | null {
  const known = times.filter((at): at is Date => at !== null);
  return known.length === 0 ? null : new Date(Math.min(...known.map((at) => at.getTime())));
}
