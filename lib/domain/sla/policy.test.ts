import { describe, expect, test } from "vitest";
import { matches, type TicketConditions, type TicketTraits } from "./conditions.ts";
import { choosePolicy, type SlaPolicy } from "./policy.ts";

const ticket: TicketTraits = {
  mailboxId: "support",
  queueId: "refunds",
  categoryId: "refund",
  companyId: null,
  customerId: "kim",
  vip: true,
  language: "ko-KR",
  channel: "email",
  priority: "high",
  tags: ["launch"],
};

describe("conditions", () => {
  test.each<[string, TicketConditions, boolean]>([
    ["none match everything", {}, true],
    ["any of a list", { mailboxIds: ["sales", "support"] }, true],
    ["none of a list", { mailboxIds: ["sales"] }, false],
    ["an empty list matches nothing", { mailboxIds: [] }, false],
    ["a trait the ticket does not have", { companyIds: ["acme"] }, false],
    ["every condition must hold", { queueIds: ["refunds"], priorities: ["low"] }, false],
    ["all hold", { queueIds: ["refunds"], priorities: ["high"], vip: true, customerIds: ["kim"] }, true],
    ["not for VIPs", { vip: false }, false],
    ["a language covers its regions", { languages: ["ko"] }, true],
    ["a region does not cover its language", { languages: ["ko-KP"] }, false],
    ["a language is not a prefix", { languages: ["k"] }, false],
    ["any tag", { tags: ["beta", "launch"] }, true],
    ["no tag", { tags: ["beta"] }, false],
    ["a channel", { channels: ["chat"] }, false],
    ["a category", { categoryIds: ["refund"] }, true],
  ])("%s", (_, conditions, expected) => {
    expect(matches(conditions, ticket)).toBe(expected);
  });
});

describe("the policy", () => {
  const policy = (id: string, conditions: TicketConditions): SlaPolicy => ({
    id,
    name: id,
    conditions,
    targets: {},
    pausesOn: [],
    calendarId: null,
    assistantFulfilsNextReply: false,
  });

  test.each([
    [
      "is the first that matches",
      [policy("a", { vip: false }), policy("b", { vip: true }), policy("c", {})],
      "b",
    ],
    ["is none when none matches", [policy("a", { vip: false })], null],
    ["is none without policies", [], null],
  ])("%s", (_, policies, id) => {
    expect(choosePolicy(policies, ticket)?.id ?? null).toBe(id);
  });
});
