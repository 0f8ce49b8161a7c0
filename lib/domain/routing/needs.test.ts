import { describe, expect, test } from "vitest";
import { needsOf, relaxNeeds } from "./needs.ts";
import type { QueueRule, Relaxation, RoutedTicket, SkillNeed, SkillRule } from "./types.ts";

const queue: QueueRule = {
  id: "q",
  conditions: {},
  isDefault: true,
  skills: [],
  memberIds: [],
  relaxations: [],
  calendar: null,
};

const ticket: RoutedTicket = {
  id: "t",
  mailboxId: "support",
  queueId: null,
  categoryId: null,
  companyId: "acme",
  customerId: null,
  vip: true,
  language: "ko",
  channel: "email",
  priority: "normal",
  tags: [],
  anger: 0.6,
  urgency: "normal",
  complexity: "complex",
  skillsNeeded: [],
  waitingSince: new Date(0),
};

/** "topic:refund 2, lang:ko 1" */
const needs = (text: string): SkillNeed[] =>
  text === ""
    ? []
    : text.split(", ").map((one) => {
        const [key, level] = one.split(" ") as [string, string];
        return { key, minLevel: Number(level) };
      });
const told = (list: readonly SkillNeed[]): string =>
  list.map((need) => `${need.key} ${need.minLevel}`).join(", ");
const rule = (when: SkillRule["when"], skill: string, minLevel: number): SkillRule => ({
  id: skill,
  when,
  skill,
  minLevel,
});

describe("a ticket needs", () => {
  test.each<[string, string, string, SkillRule[], string]>([
    ["nothing by itself", "", "", [], ""],
    ["what queue and ticket ask for, each once", "a 1, b 1", "b 1, c 1", [], "a 1, b 1, c 1"],
    ["the highest level, whoever asks", "a 3, b 1", "a 1, b 2", [], "a 3, b 2"],
    ["what a rule adds", "", "", [rule({ vip: true }, "vip-care", 2)], "vip-care 2"],
    ["nothing from a rule that does not apply", "", "", [rule({ mailboxIds: ["sales"] }, "sales", 2)], ""],
    ["more from the angry", "", "", [rule({ angerFrom: 0.6 }, "calm", 1)], "calm 1"],
    ["no more from the less angry", "", "", [rule({ angerFrom: 0.61 }, "calm", 1)], ""],
    ["a company's own skill", "", "", [rule({ companyIds: ["acme"] }, "acme", 1)], "acme 1"],
    [
      "a higher level of every topic when it is hard",
      "",
      "a 1",
      [rule({ complexities: ["complex"] }, "*", 2)],
      "a 2",
    ],
    ["no higher level of a language", "", "lang:ko 1", [rule({}, "*", 2)], "lang:ko 1"],
    ["a level raised after all rules have asked", "", "", [rule({}, "*", 2), rule({}, "a", 1)], "a 2"],
    ["never more than there is", "a 9", "", [], "a 3"],
  ])("%s", (_, ofQueue, ofTicket, rules, expected) => {
    const asked = { ...ticket, skillsNeeded: needs(ofTicket) };
    expect(told(needsOf(asked, { ...queue, skills: needs(ofQueue) }, rules))).toBe(expected);
  });
});

describe("a need gives way", () => {
  test.each<[string, Relaxation, string]>([
    ["in level, not below 1", { kind: "lower_levels", by: 2 }, "a 1, b 1, lang:ko 1"],
    ["by skill", { kind: "drop_skill", key: "b" }, "a 3, lang:ko 2"],
    ["but for languages", { kind: "drop_topics" }, "lang:ko 2"],
    ["not, when anybody may have it", { kind: "any_agent" }, "a 3, b 2, lang:ko 2"],
    ["not, when a manager is told", { kind: "tell_manager" }, "a 3, b 2, lang:ko 2"],
  ])("%s", (_, relax, expected) => {
    expect(told(relaxNeeds(needs("a 3, b 2, lang:ko 2"), relax))).toBe(expected);
  });
});
