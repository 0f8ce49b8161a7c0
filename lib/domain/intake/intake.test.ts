import { describe, expect, test } from "vitest";
import { agentReplyAddress, ticketOfAgentAddress } from "./agent-address.ts";
import { chooseThread, type FoundTicket, type ThreadFindings } from "./choose-thread.ts";
import { subjectToken, ticketsOfSubject } from "./subject-token.ts";
import type { ThreadClues } from "./thread-clues.ts";
import { type SenderOnTicket, whoMayAppend } from "./who-may-append.ts";

const key = Buffer.alloc(32, 3);

describe("which ticket", () => {
  const ticket = (number: number, rest: Partial<FoundTicket> = {}): FoundTicket => ({
    ticketId: `t${number}`,
    number,
    status: "open",
    mergedInto: null,
    ...rest,
  });
  const one = ticket(1);
  const two = ticket(2);
  const nothing: ThreadClues = {
    messageId: "new@x",
    inReplyTo: [],
    references: [],
    addressTickets: [],
    subjectTickets: [],
  };
  const findings = (rest: Partial<ThreadFindings> = {}): ThreadFindings => ({
    byMessageId: new Map([
      ["out1", one],
      ["out2", two],
    ]),
    byReference: new Map(),
    byNumber: new Map([
      [1, one],
      [2, two],
      [3, ticket(3, { status: "closed" })],
      [4, ticket(4, { mergedInto: one })],
    ]),
    isParticipant: () => true,
    ...rest,
  });

  test.each([
    ["In-Reply-To beats References", { inReplyTo: ["out1"], references: ["out2"] }, 1, "in_reply_to"],
    ["the newest known reference decides", { references: ["unknown", "out2", "out1"] }, 2, "references"],
    ["headers beat the reply address", { references: ["out1"], addressTickets: [2] }, 1, "references"],
    ["the reply address beats the subject", { addressTickets: [2], subjectTickets: [1] }, 2, "reply_address"],
    ["a subject token of a participant counts", { subjectTickets: [2] }, 2, "subject_token"],
    ["a merged ticket leads to its target", { addressTickets: [4] }, 1, "reply_address"],
  ])("%s", (_, clues, number, by) => {
    expect(chooseThread({ ...nothing, ...clues }, findings())).toMatchObject({
      kind: "append",
      ticket: { number },
      by,
    });
  });

  test("a closed conversation goes on in a follow-up", () => {
    expect(chooseThread({ ...nothing, addressTickets: [3] }, findings())).toMatchObject({
      kind: "follow_up",
      of: { number: 3 },
    });
  });

  test("a parent that comes after its answers joins them", () => {
    const late = findings({ byReference: new Map([["new@x", two]]) });
    expect(chooseThread(nothing, late)).toMatchObject({ ticket: { number: 2 }, by: "shared_reference" });
  });

  test("a stranger's subject token and unknown ids open a new ticket", () => {
    const stranger = findings({ isParticipant: () => false });
    expect(chooseThread({ ...nothing, inReplyTo: ["?"], subjectTickets: [1] }, stranger)).toEqual({
      kind: "new",
    });
  });
});

describe("who may append", () => {
  const alice: SenderOnTicket = {
    verdict: { kind: "known", address: "alice@x.example", name: "" },
    checks: { dmarc: "none", policy: null, arcPass: false },
    isParticipant: true,
    isAgent: false,
    hasAgentAddress: false,
    replyToIsAgent: false,
    strangers: "append_flagged",
  };
  const failed = { dmarc: "fail", policy: "none", arcPass: false } as const;
  const passed = { dmarc: "pass", policy: "reject", arcPass: false } as const;
  test.each<[string, Partial<SenderOnTicket>, string, string]>([
    ["a participant", {}, "append participant", "sender_is_participant"],
    ["a participant whose DMARC fails", { checks: failed }, "append flagged", "dmarc_failed"],
    [
      "a participant vouched for by ARC",
      { checks: { ...failed, arcPass: true } },
      "append participant",
      "sender_is_participant",
    ],
    ["a domain that asks for rejection", { checks: { ...failed, policy: "reject" } }, "hold", "dmarc_reject"],
    ["a stranger", { isParticipant: false }, "append flagged", "not_on_this_ticket"],
    [
      "a stranger, by setting",
      { isParticipant: false, strangers: "new_linked" },
      "new_linked",
      "not_on_this_ticket",
    ],
    [
      "an unverified sender",
      { verdict: { kind: "unverified", reason: "two" } },
      "append flagged",
      "sender_unverified",
    ],
    [
      "an agent at the agent's address",
      { isAgent: true, hasAgentAddress: true, checks: passed },
      "append agent",
      "sender_is_agent",
    ],
    ["an agent without DMARC", { isAgent: true, hasAgentAddress: true }, "append flagged", "agent_unproven"],
    [
      "an agent's From at the customer's address",
      { isAgent: true, checks: passed },
      "append flagged",
      "agent_unproven",
    ],
  ])("%s", (_, change, outcome, reason) => {
    const permission = whoMayAppend({ ...alice, ...change });
    const as = permission.kind === "append" ? ` ${permission.as}` : "";
    expect([permission.kind + as, permission.reason]).toEqual([outcome, reason]);
  });

  test("a sender who wants answers sent to an agent gives no commands", () => {
    expect(whoMayAppend({ ...alice, replyToIsAgent: true })).toMatchObject({
      as: "participant",
      commands: false,
    });
  });
});

test("an agent's address works for that agent and ticket alone", () => {
  const address = agentReplyAddress({
    mailbox: "support@desk.example",
    ticketNumber: 7,
    agentId: "a-1",
    key,
  });
  expect(ticketOfAgentAddress(address.toUpperCase(), "a-1", key)).toBe(7);
  expect(ticketOfAgentAddress(address, "a-2", key)).toBeNull();
  expect(ticketOfAgentAddress(address.replace("+7a", "+8a"), "a-1", key)).toBeNull();
});

test("a subject token is read in brackets and letter cases, and only when true", () => {
  const token = subjectToken(12, key);
  expect(ticketsOfSubject(`Re: [${token.toUpperCase()}] x`, key)).toEqual([12]);
  expect(ticketsOfSubject(`Re: ${token} x [#12-aaaaaaaa]`, key)).toEqual([]);
});
