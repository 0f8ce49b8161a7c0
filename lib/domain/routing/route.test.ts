import { describe, expect, test } from "vitest";
import type { Calendar } from "../calendars/calendar.ts";
import { standardPriorityRules, standardSkillRules } from "./needs.ts";
import { compareWaiting, nextTicketFor } from "./queue-order.ts";
import {
  type AgentState,
  type QueueRule,
  type RoutedTicket,
  type RouteInput,
  route,
  unfitReason,
} from "./route.ts";

const at = (time: string) => new Date(`2026-11-20T${time}:00+09:00`);
const now = at("10:00");

const desk: Calendar = {
  timeZone: "Asia/Seoul",
  spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "18:00" })),
  holidays: [],
};
const afternoon: Calendar = {
  ...desk,
  spans: [{ weekday: 5, start: "13:00", end: "18:00" }],
};

const ticket = (changes: Partial<RoutedTicket> = {}): RoutedTicket => ({
  id: "t1",
  mailboxId: "support",
  queueId: null,
  categoryId: "refund",
  companyId: null,
  customerId: "kim",
  vip: false,
  language: "ko",
  channel: "email",
  priority: "normal",
  tags: [],
  anger: 0,
  urgency: "normal",
  complexity: "standard",
  skillsNeeded: [
    { key: "lang:ko", minLevel: 1 },
    { key: "topic:refund", minLevel: 1 },
  ],
  waitingSince: now,
  ...changes,
});

const agent = (
  id: string,
  skills: Record<string, number>,
  changes: Partial<AgentState> = {},
): AgentState => ({
  id,
  skills,
  availability: "online",
  capacity: 8,
  openCount: 0,
  openToday: 0,
  solvedLike: 0,
  workingHours: null,
  lastAssignedAt: null,
  knowsCustomer: false,
  ...changes,
});

const queue = (id: string, changes: Partial<QueueRule> = {}): QueueRule => ({
  id,
  conditions: {},
  isDefault: false,
  skills: [],
  memberIds: [],
  relaxations: [],
  calendar: null,
  ...changes,
});

const refunds = queue("refunds", { conditions: { categoryIds: ["refund"] } });
const rest = queue("rest", { isDefault: true });
const korean = { "lang:ko": 2, "topic:refund": 2 };

const input = (agents: AgentState[], changes: Partial<RouteInput> = {}): RouteInput => ({
  ticket: ticket(),
  queues: [refunds, rest],
  agents,
  skillRules: standardSkillRules,
  priorityRules: standardPriorityRules,
  now,
  ...changes,
});

describe("the queue", () => {
  test.each([
    ["is the first whose conditions hold", { categoryId: "refund" }, "refunds"],
    ["is the default when none does", { categoryId: "login" }, "rest"],
    ["is the default without a category", { categoryId: null }, "rest"],
  ])("%s", (_, changes, queueId) => {
    expect(route(input([agent("mina", korean)], { ticket: ticket(changes) })).queueId).toBe(queueId);
  });
});

describe("nobody gets a ticket who", () => {
  test.each([
    ["lacks the language", { skills: { "topic:refund": 3 } }, "missing_skill"],
    [
      "lacks the level that an angry ticket asks for",
      { skills: { "lang:ko": 3, "topic:refund": 1 } },
      "level_too_low",
    ],
    ["is away", { availability: "away" }, "away"],
    ["is offline", { availability: "offline" }, "offline"],
    ["is not at work yet", { workingHours: afternoon }, "off_hours"],
    ["is full", { openCount: 8 }, "full"],
    ["has no capacity at all", { capacity: 0 }, "full"],
    ["is not a member of the queue", { id: "stranger" }, "not_member"],
    ["gave it back", { id: "gave-back" }, "gave_back"],
  ] as const)("%s", (_, changes, exclusion) => {
    const decision = route(
      input([agent("mina", korean, changes)], {
        ticket: ticket({ anger: 0.9, notAgentIds: ["gave-back"] }),
        queues: [queue("q", { isDefault: true, memberIds: ["mina", "gave-back"] })],
      }),
    );
    expect(decision.agentId).toBeNull();
    expect(decision.reason).toContainEqual({ kind: "nobody", excluded: { [exclusion]: 1 } });
  });
});

describe("the person", () => {
  const rows: [string, AgentState[], string, string][] = [
    [
      "has the most free capacity",
      [agent("a", korean, { openCount: 4 }), agent("b", korean, { openCount: 1 })],
      "b",
      "free_capacity",
    ],
    [
      "by share, not by count",
      [agent("a", korean, { openCount: 2, capacity: 4 }), agent("b", korean, { openCount: 3, capacity: 12 })],
      "b",
      "free_capacity",
    ],
    [
      "knows the customer, even when fuller",
      [agent("a", korean), agent("b", korean, { openCount: 5, knowsCustomer: true })],
      "b",
      "knows_customer",
    ],
    [
      "does not know the customer when who does is full",
      [agent("a", korean), agent("b", korean, { openCount: 8, knowsCustomer: true })],
      "a",
      "only_one",
    ],
    [
      "has no rarer skill that others will need",
      [agent("a", { ...korean, "lang:ja": 3 }), agent("b", korean, { openCount: 1 })],
      "b",
      "spare_skills",
    ],
    [
      "had fewer today",
      [agent("a", korean, { openToday: 9 }), agent("b", korean, { openToday: 5 })],
      "b",
      "fewer_today",
    ],
    [
      "has solved more like it",
      [agent("a", korean), agent("b", korean, { solvedLike: 12 })],
      "b",
      "experience",
    ],
    [
      "waited longest for a ticket",
      [
        agent("a", korean, { lastAssignedAt: at("09:50") }),
        agent("b", korean, { lastAssignedAt: at("09:10") }),
      ],
      "b",
      "waited_longest",
    ],
  ];
  test.each(rows)("%s", (_, agents, agentId, by) => {
    const decision = route(input(agents));
    expect(decision.agentId).toBe(agentId);
    expect(decision.reason).toContainEqual({ kind: "decided_by", by });
  });

  test("does not depend on the order in which people are listed", () => {
    const agents = [agent("c", korean), agent("a", korean), agent("b", korean)];
    expect(route(input(agents)).agentId).toBe(route(input(agents.toReversed())).agentId);
  });
});

test("a decision names the skills, the load, the experience and the runner-up", () => {
  const mina = agent("mina", { "lang:ko": 3, "topic:refund": 2 }, { openCount: 4, solvedLike: 12 });
  const jun = agent("jun", korean, { openCount: 6 });
  expect(route(input([jun, mina]))).toEqual({
    queueId: "refunds",
    agentId: "mina",
    priority: "normal",
    needs: ticket().skillsNeeded,
    reason: [
      { kind: "queue", queueId: "refunds", because: "conditions" },
      { kind: "skill", key: "lang:ko", level: 3, minLevel: 1 },
      { kind: "skill", key: "topic:refund", level: 2, minLevel: 1 },
      { kind: "load", open: 4, capacity: 8 },
      { kind: "solved_like", count: 12 },
      { kind: "decided_by", by: "free_capacity" },
    ],
    runnerUp: {
      agentId: "jun",
      reason: [
        { kind: "skill", key: "lang:ko", level: 2, minLevel: 1 },
        { kind: "skill", key: "topic:refund", level: 2, minLevel: 1 },
        { kind: "load", open: 6, capacity: 8 },
      ],
    },
    relaxed: [],
    tellManager: false,
    retryAt: null,
  });
});

test("when the person who knows the customer is not there, the decision says when they are back", () => {
  const mina = agent("mina", korean, { knowsCustomer: true, workingHours: afternoon });
  const decision = route(input([mina, agent("jun", korean)]));
  expect(decision.agentId).toBe("jun");
  expect(decision.reason).toContainEqual({
    kind: "back_at",
    agentId: "mina",
    at: at("13:00"),
    knowsCustomer: true,
  });
});

describe("when nobody fits", () => {
  const steps = queue("q", {
    isDefault: true,
    memberIds: ["member"],
    relaxations: [
      { afterMinutes: 30, relax: { kind: "lower_levels", by: 1 } },
      { afterMinutes: 60, relax: { kind: "drop_topics" } },
      { afterMinutes: 90, relax: { kind: "any_agent" } },
      { afterMinutes: 120, relax: { kind: "tell_manager" } },
    ],
  });
  const hard = ticket({ anger: 0.9 });
  const decide = (agents: AgentState[], waited: string) =>
    route(input(agents, { ticket: hard, queues: [steps], now: at(waited) }));
  const junior = agent("member", { "lang:ko": 1, "topic:refund": 1 });
  const speaker = agent("member", { "lang:ko": 1 });
  const outsider = agent("outsider", { "lang:ko": 1 });
  const foreigner = agent("member", { "lang:en": 3, "topic:refund": 3 });

  test.each([
    ["the level holds at first", [junior], "10:29", null],
    ["the level gives way after its time", [junior], "10:30", "member"],
    ["topics hold until theirs", [speaker], "10:59", null],
    ["topics give way", [speaker], "11:00", "member"],
    ["membership holds until its time", [outsider], "11:29", null],
    ["membership gives way", [outsider], "11:30", "outsider"],
    ["the language never does by itself", [foreigner], "18:00", null],
  ])("%s", (_, agents, waited, agentId) => {
    expect(decide(agents, waited).agentId).toBe(agentId);
  });

  test("nothing gives way while somebody fits", () => {
    const decision = decide([junior, agent("member", korean)], "12:00");
    expect(decision).toMatchObject({ agentId: "member", relaxed: [] });
  });

  test("it waits, and says when to look again", () => {
    expect(decide([junior], "10:10")).toMatchObject({
      agentId: null,
      tellManager: false,
      retryAt: at("10:30"),
    });
  });

  test("a manager is told after the configured time", () => {
    expect(decide([foreigner], "12:00")).toMatchObject({ agentId: null, tellManager: true, retryAt: null });
  });

  test("it looks again when somebody who fits is back", () => {
    const back = agent("member", korean, { availability: "away", backAt: at("10:20") });
    expect(decide([back], "10:10").retryAt).toEqual(at("10:20"));
  });

  test("waiting counts in the queue's calendar", () => {
    const monday = new Date("2026-11-23T09:10:00+09:00");
    const late = ticket({ anger: 0.9, waitingSince: at("17:50") });
    const decision = route(
      input([junior], { ticket: late, queues: [{ ...steps, calendar: desk }], now: monday }),
    );
    expect(decision).toMatchObject({ agentId: null, retryAt: new Date("2026-11-23T09:20:00+09:00") });
  });
});

describe("hard tickets go first", () => {
  test.each([
    ["urgent", { urgency: "urgent" }, "urgent"],
    ["angry", { anger: 0.8 }, "high"],
    ["angry and VIP", { anger: 0.8, vip: true }, "urgent"],
    ["complex", { complexity: "complex" }, "high"],
    ["none of it", {}, "normal"],
  ] as const)("%s", (_, changes, priority) => {
    expect(route(input([], { ticket: ticket(changes) })).priority).toBe(priority);
  });

  test("and yet nothing starves", () => {
    const old = ticket({ id: "old", waitingSince: at("01:00") });
    const urgent = ticket({ id: "urgent", priority: "urgent", waitingSince: at("10:00") });
    const fresh = ticket({ id: "fresh", waitingSince: at("09:59") });
    expect([fresh, urgent, old].sort(compareWaiting("priority")).map((one) => one.id)).toEqual([
      "old",
      "urgent",
      "fresh",
    ]);
  });
});

describe("the next ticket", () => {
  test.each([
    ["is the first that fits", korean, "second"],
    ["is none when nothing fits", { "lang:en": 3 }, undefined],
  ])("%s", (_, skills, expected) => {
    const waiting = [
      ticket({ id: "first", skillsNeeded: [{ key: "lang:ja", minLevel: 1 }] }),
      ticket({ id: "second" }),
      ticket({ id: "third" }),
    ];
    expect(nextTicketFor(agent("mina", skills), waiting, input([]))?.ticket.id).toBe(expected);
  });

  test("is none for a full list", () => {
    expect(nextTicketFor(agent("mina", korean, { openCount: 8 }), [ticket()], input([]))).toBeNull();
  });
});

describe("a ticket moves on", () => {
  test.each([
    ["when its person goes away", { availability: "away" }, "away"],
    ["when a skill is corrected", { skills: { "lang:ko": 2 } }, "missing_skill"],
    ["not because the list is full", { openCount: 8 }, null],
  ] as const)("%s", (_, changes, reason) => {
    expect(unfitReason(input([agent("mina", korean, changes)]), "mina")).toBe(reason);
  });
});
