import { describe, expect, test } from "vitest";
import type { Calendar } from "../calendars/calendar.ts";
import { standardPriorityRules, standardSkillRules } from "./needs.ts";
import { simulate } from "./simulate.ts";
import { type Arrival, type PlannedAgent, type Simulation, spreadOf } from "./simulation.ts";

const at = (time: string) => new Date(`2026-11-20T${time}:00+09:00`);

const desk: Calendar = {
  timeZone: "Asia/Seoul",
  spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "18:00" })),
  holidays: [],
};

const arrival = (
  id: string,
  time: string,
  language: string,
  changes: Partial<Arrival["ticket"]> = {},
): Arrival => ({
  at: at(time),
  handleMinutes: 30,
  firstReplyTarget: 60,
  ticket: {
    id,
    mailboxId: null,
    queueId: null,
    categoryId: null,
    companyId: null,
    customerId: id,
    vip: false,
    language,
    channel: "email",
    priority: "normal",
    tags: [],
    anger: 0,
    urgency: "normal",
    complexity: "standard",
    skillsNeeded: [{ key: `lang:${language}`, minLevel: 1 }],
    ...changes,
  },
});

const person = (id: string, ...languages: string[]): PlannedAgent => ({
  id,
  skills: Object.fromEntries(languages.map((language) => [`lang:${language}`, 2])),
  capacity: 1,
  workingHours: desk,
});

const simulation = (
  arrivals: Arrival[],
  agents: PlannedAgent[],
  changes: Partial<Simulation> = {},
): Simulation => ({
  arrivals,
  agents,
  queues: [
    {
      id: "all",
      conditions: {},
      isDefault: true,
      skills: [],
      memberIds: [],
      relaxations: [],
      calendar: desk,
    },
  ],
  skillRules: standardSkillRules,
  priorityRules: standardPriorityRules,
  until: new Date("2026-11-27T18:00:00+09:00"),
  ...changes,
});

const korean = ["10:00", "10:00", "10:00"].map((time, index) => arrival(`t${index}`, time, "ko"));

describe("a replay", () => {
  test("makes tickets wait for the only person who can", () => {
    const result = simulate(simulation(korean, [person("mina", "ko"), person("tom", "en")]));
    expect(result).toMatchObject({ served: 3, unserved: 0, breached: 1, measured: 3 });
    expect(result.waitMinutes).toEqual({ mean: 30, p50: 30, p90: 60, max: 60 });
    expect(result.agents).toEqual([
      { id: "mina", served: 3, mostOpen: 1, workedMinutes: 90 },
      { id: "tom", served: 0, mostOpen: 0, workedMinutes: 0 },
    ]);
  });

  test("shows what another person with the skill changes", () => {
    const result = simulate(simulation(korean, [person("mina", "ko"), person("tom", "en", "ko")]));
    expect(result).toMatchObject({ breached: 0, waitMinutes: { mean: 10, max: 30 } });
  });

  test("waits for the shift to begin, in business minutes", () => {
    const result = simulate(simulation([arrival("night", "03:00", "ko")], [person("mina", "ko")]));
    expect(result).toMatchObject({ served: 1, waitMinutes: { max: 0 }, breached: 0 });
  });

  test("counts what nobody can take", () => {
    const result = simulate(simulation([arrival("x", "10:00", "ja")], [person("mina", "ko")]));
    expect(result).toMatchObject({ served: 0, unserved: 1, breached: 1 });
  });

  test("lets needs give way when their time comes", () => {
    const queue = simulation([], []).queues[0]!;
    const relaxations = [{ afterMinutes: 45, relax: { kind: "drop_skill", key: "lang:ja" } as const }];
    const result = simulate(
      simulation([arrival("x", "10:00", "ja")], [person("mina", "ko")], {
        queues: [{ ...queue, relaxations }],
      }),
    );
    expect(result).toMatchObject({ served: 1, relaxed: 1, waitMinutes: { max: 45 } });
  });

  test("takes urgent tickets before older ones", () => {
    const urgent = arrival("urgent", "10:10", "ko", { urgency: "urgent" });
    const old = arrival("old", "10:05", "ko");
    const result = simulate(
      simulation([arrival("first", "10:00", "ko"), old, urgent], [person("mina", "ko")]),
    );
    expect(result.waitMinutes.max).toBe(55);
  });

  test("never gives more than a capacity", () => {
    const many = Array.from({ length: 60 }, (_, index) => arrival(`t${index}`, "10:00", "ko"));
    const people = [3, 5].map((capacity) => ({ ...person(`c${capacity}`, "ko"), capacity }));
    const result = simulate(simulation(many, people));
    expect(result.agents.map((agent) => agent.mostOpen)).toEqual([3, 5]);
    expect(result.served).toBe(60);
  });

  test("gives the same answer twice", () => {
    const run = () => simulate(simulation(korean, [person("mina", "ko"), person("jun", "ko")]));
    expect(run()).toEqual(run());
  });
});

test.each([
  ["nothing", [], { mean: 0, p50: 0, p90: 0, max: 0 }],
  ["one", [4], { mean: 4, p50: 4, p90: 4, max: 4 }],
  ["ten", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { mean: 5.5, p50: 5, p90: 9, max: 10 }],
])("the spread of %s", (_, values, spread) => {
  expect(spreadOf(values)).toEqual(spread);
});
