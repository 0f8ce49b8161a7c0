import type { Advantage, AgentState, SkillNeed } from "./types.ts";

/**
 * What each consideration weighs, in shares of a person's capacity: rare skills are kept free until the
 * others are a quarter fuller; two tickets more than usual today weigh as three more open, so that the day
 * is shared evenly however long each one's tickets happen to take, up to half a list, so that whoever comes
 * in at noon is not flooded; experience only tips ties.
 */
const weights = { spareSkills: 0.25, today: 1.5, experience: 0.1 };
const MOST_FOR_TODAY = 0.5;
const EXPERIENCED_AT = 20;

export interface Candidate {
  agent: AgentState;
  knows: boolean;
  /** Load after taking it, of capacity. */
  load: number;
  spare: number;
  today: number;
  experience: number;
  cost: number;
}

/** The eligible people, best first. Deterministic: the last tie goes by id. */
export function rank(
  eligible: readonly AgentState[],
  present: readonly AgentState[],
  needs: readonly SkillNeed[],
): Candidate[] {
  const holders = new Map<string, number>();
  for (const agent of present) {
    for (const key in agent.skills) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  const needed = new Set(needs.map((need) => need.key));
  const usual = eligible.reduce((sum, agent) => sum + agent.openToday / agent.capacity, 0) / eligible.length;
  return eligible.map((agent) => candidate(agent, holders, needed, usual)).sort(compare);
}

/** What put `first` before `second`: the consideration with the largest difference in its favour. */
export function advantage(first: Candidate, second: Candidate | undefined): Advantage {
  if (!second) return "only_one";
  if (first.knows !== second.knows) return "knows_customer";
  const differences: [Advantage, number][] = [
    ["free_capacity", second.load - first.load],
    ["spare_skills", second.spare - first.spare],
    ["fewer_today", second.today - first.today],
    ["experience", first.experience - second.experience],
  ];
  const [by, size] = differences.reduce((best, next) => (next[1] > best[1] ? next : best));
  if (size > 1e-9) return by;
  return lastAssigned(first) === lastAssigned(second) ? "name_order" : "waited_longest";
}

function candidate(
  agent: AgentState,
  holders: ReadonlyMap<string, number>,
  needed: ReadonlySet<string>,
  usual: number,
): Candidate {
  let rarest = 0;
  for (const key in agent.skills) {
    if (!needed.has(key)) rarest = Math.max(rarest, 1 / (holders.get(key) ?? 1));
  }
  const load = (agent.openCount + 1) / agent.capacity;
  const spare = weights.spareSkills * rarest;
  const ahead = weights.today * (agent.openToday / agent.capacity - usual);
  const today = Math.max(-MOST_FOR_TODAY, Math.min(MOST_FOR_TODAY, ahead));
  const experience = (weights.experience * Math.min(agent.solvedLike, EXPERIENCED_AT)) / EXPERIENCED_AT;
  return {
    agent,
    knows: agent.knowsCustomer,
    load,
    spare,
    today,
    experience,
    cost: load + spare + today - experience,
  };
}

function compare(a: Candidate, b: Candidate): number {
  if (a.knows !== b.knows) return a.knows ? -1 : 1;
  if (Math.abs(a.cost - b.cost) > 1e-9) return a.cost - b.cost;
  return lastAssigned(a) - lastAssigned(b) || (a.agent.id < b.agent.id ? -1 : 1);
}

const lastAssigned = (one: Candidate): number => one.agent.lastAssignedAt?.getTime() ?? 0;
