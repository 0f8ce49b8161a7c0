import { describe, expect, test } from "vitest";
import type { Calendar } from "#lib/domain/calendars/calendar.ts";
import { standardPriorityRules, standardSkillRules } from "#lib/domain/routing/needs.ts";
import { type AgentState, type QueueRule, type RoutedTicket, route } from "#lib/domain/routing/route.ts";
import { simulate } from "#lib/domain/routing/simulate.ts";
import { type Random, seeded } from "./random.ts";

const TICKETS = 10_000;
const AGENTS = 200;
const start = Date.parse("2026-11-20T00:00:00Z");

const hours = (from: string, to: string): Calendar => ({
  timeZone: "UTC",
  spans: [{ weekday: 5, start: from, end: to }],
  holidays: [],
});
const shifts = [null, hours("00:00", "12:00"), hours("08:00", "20:00")];
const languages = ["ko", "en", "ja"];
const topics = ["refund", "login", "delivery", "invoice"];

const queues: QueueRule[] = [
  ...topics.map((topic) => ({
    id: topic,
    conditions: { categoryIds: [topic] },
    isDefault: false,
    skills: [{ key: `topic:${topic}`, minLevel: 1 }],
    memberIds: [],
    relaxations: [],
    calendar: null,
  })),
  { id: "rest", conditions: {}, isDefault: true, skills: [], memberIds: [], relaxations: [], calendar: null },
];

function randomAgent(random: Random, id: string): AgentState {
  const skills: Record<string, number> = { [`lang:${random.pick(languages)}`]: 3 };
  if (random.chance(0.4)) skills[`lang:${random.pick(languages)}`] = 2;
  for (const topic of topics) if (random.chance(0.5)) skills[`topic:${topic}`] = random.int(1, 4);
  return {
    id,
    skills,
    availability: random.pick(["online", "online", "online", "away", "offline"] as const),
    capacity: random.int(1, 13),
    openCount: 0,
    openToday: 0,
    solvedLike: random.int(0, 30),
    workingHours: random.pick(shifts),
    lastAssignedAt: null,
    knowsCustomer: false,
  };
}

function randomTicket(random: Random, id: string, at: Date): RoutedTicket {
  const language = random.pick(languages);
  return {
    id,
    mailboxId: null,
    queueId: null,
    categoryId: random.pick([...topics, null]),
    companyId: null,
    customerId: `c${random.int(0, 3000)}`,
    vip: random.chance(0.05),
    language,
    channel: "email",
    priority: "normal",
    tags: [],
    anger: random.chance(0.1) ? 0.8 : 0.1,
    urgency: random.pick(["low", "normal", "normal", "high", "urgent"] as const),
    complexity: random.pick(["simple", "standard", "complex"] as const),
    skillsNeeded: [{ key: `lang:${language}`, minLevel: 1 }],
    waitingSince: at,
  };
}

/** Said again, plainly, to be held against. */
function mayHave(agent: AgentState, ticket: RoutedTicket, at: Date): boolean {
  const hard = ticket.anger >= 0.5 || ticket.urgency === "urgent" || ticket.complexity === "complex";
  const hour = at.getUTCHours();
  const there =
    agent.workingHours === null ||
    (agent.workingHours === shifts[1] && hour < 12) ||
    (agent.workingHours === shifts[2] && hour >= 8 && hour < 20);
  const topic = ticket.categoryId;
  return (
    agent.availability === "online" &&
    there &&
    agent.openCount < agent.capacity &&
    (agent.skills[`lang:${ticket.language}`] ?? 0) >= 1 &&
    (topic === null || (agent.skills[`topic:${topic}`] ?? 0) >= (hard ? 2 : 1))
  );
}

test("10,000 tickets over 200 people: no capacity exceeded, nobody ineligible, nobody overlooked", () => {
  const random = seeded(5);
  const agents = Array.from({ length: AGENTS }, (_, index) => randomAgent(random, `a${index}`));
  const lists: AgentState[] = [];
  let assigned = 0;
  for (let index = 0; index < TICKETS; index++) {
    const now = new Date(start + Math.floor((index / TICKETS) * 86_400_000));
    const ticket = randomTicket(random, `t${index}`, now);
    const decision = route({
      ticket,
      queues,
      agents,
      skillRules: standardSkillRules,
      priorityRules: standardPriorityRules,
      now,
    });
    const able = agents.filter((agent) => mayHave(agent, ticket, now));
    expect(decision.queueId).toBe(ticket.categoryId ?? "rest");
    if (decision.agentId === null) expect(able).toEqual([]);
    else {
      const agent = able.find((one) => one.id === decision.agentId);
      expect(agent).toBeDefined();
      agent!.openCount++;
      agent!.openToday++;
      agent!.lastAssignedAt = now;
      lists.push(agent!);
      assigned++;
    }
    if (lists.length > 300 || random.chance(0.5)) {
      const [done] = lists.splice(random.int(0, lists.length), 1);
      if (done) done.openCount--;
    }
  }
  expect(Math.max(...agents.map((agent) => agent.openCount - agent.capacity))).toBeLessThanOrEqual(0);
  expect(assigned).toBeGreaterThan(TICKETS / 2);
});

type Ends = (random: Random, open: number) => number;
const inOrder: Ends = () => 0;
const byChance: Ends = (random, open) => random.int(0, open);
const someTakeVeryLong: Ends = (random, open) => Math.floor(open * random.next() ** 3);

test.each<[string, Ends, number[]]>([
  ["tickets take equally long", inOrder, [8]],
  ["it is chance how long they take", byChance, [8]],
  ["some take very long", someTakeVeryLong, [8]],
  ["lists are of different length, each by its share", byChance, [6, 8, 10]],
])(
  "people who are equal get equally many over the day, within five percent, when %s",
  (_, whichEnds, capacities) => {
    const random = seeded(7);
    const agents = Array.from({ length: AGENTS }, (_, index) => ({
      ...randomAgent(random, `a${index}`),
      skills: { "lang:ko": 2 },
      availability: "online" as const,
      capacity: capacities[index % capacities.length]!,
      solvedLike: 0,
      workingHours: null,
    }));
    const open: (typeof agents)[number][] = [];
    for (let index = 0; index < TICKETS; index++) {
      const now = new Date(start + index * 8000);
      const skillsNeeded = [{ key: "lang:ko", minLevel: 1 }];
      const ticket = { ...randomTicket(random, `t${index}`, now), categoryId: null, skillsNeeded };
      const { agentId } = route({ ticket, queues, agents, skillRules: [], priorityRules: [], now });
      const agent = agents.find((one) => one.id === agentId)!;
      agent.openCount++;
      agent.openToday++;
      agent.lastAssignedAt = now;
      open.push(agent);
      while (open.length > 900) open.splice(whichEnds(random, open.length), 1)[0]!.openCount--;
    }
    const room = agents.reduce((sum, agent) => sum + agent.capacity, 0);
    for (const { openToday, capacity } of agents) {
      const share = (TICKETS * capacity) / room;
      // Tickets are whole: half a one is no unfairness.
      expect(Math.abs(openToday - share)).toBeLessThanOrEqual(share * 0.05 + 0.5);
    }
  },
);

describe("on small cases", () => {
  const HANDLE = 30;
  type Small = { at: number; needs: string }[];

  /** The least possible longest time from arrival to done, over every order and every choice of person. */
  function ideal(tickets: Small, people: string[][]): number {
    let best = Number.POSITIVE_INFINITY;
    const search = (left: Small, free: readonly number[], worst: number): void => {
      if (worst >= best) return;
      if (left.length === 0) best = worst;
      left.forEach((ticket, index) => {
        people.forEach((skills, person) => {
          if (!skills.includes(ticket.needs)) return;
          const done = Math.max(free[person]!, ticket.at) + HANDLE;
          search(left.toSpliced(index, 1), free.with(person, done), Math.max(worst, done - ticket.at));
        });
      });
    };
    search(
      tickets,
      people.map(() => 0),
      0,
    );
    return best;
  }

  test("nobody waits more than twice as long as in the best plan made with hindsight", () => {
    const random = seeded(11);
    for (let number = 0; number < 300; number++) {
      const people = Array.from({ length: random.int(1, 4) }, () =>
        languages.filter(() => random.chance(0.6)),
      );
      const spoken = [...new Set(people.flat())];
      if (spoken.length === 0) continue;
      const tickets: Small = Array.from({ length: random.int(1, 7) }, () => ({
        at: random.int(0, 8) * 10,
        needs: random.pick(spoken),
      })).sort((a, b) => a.at - b.at);
      const result = simulate({
        arrivals: tickets.map(({ at, needs }, index) => ({
          at: new Date(start + at * 60_000),
          handleMinutes: HANDLE,
          firstReplyTarget: null,
          ticket: {
            ...randomTicket(seeded(1), `t${index}`, new Date(start)),
            customerId: `c${index}`,
            categoryId: null,
            language: needs,
            skillsNeeded: [{ key: `lang:${needs}`, minLevel: 1 }],
          },
        })),
        agents: people.map((skills, index) => ({
          id: `a${index}`,
          skills: Object.fromEntries(skills.map((language) => [`lang:${language}`, 2])),
          capacity: 1,
          workingHours: null,
        })),
        queues,
        skillRules: [],
        priorityRules: [],
        until: new Date(start + 86_400_000),
      });
      expect(result.unserved).toBe(0);
      expect(result.waitMinutes.max + HANDLE).toBeLessThanOrEqual(2 * ideal(tickets, people));
    }
  });
});
