import { describe, expect, test } from "vitest";
import { at, book, expectation, factsOf, table } from "#tests/properties/clock-story.ts";
import { type Clock, computeClocks, currentClocks, nextActionAt, noticeDue } from "./clocks.ts";
import type { ClockKind } from "./policy.ts";

const clocksOf = (story: string, now: string): Clock[] => computeClocks(factsOf(story), book, at(now));

function clockOf(kind: ClockKind, story: string, now: string): Clock | undefined {
  return currentClocks(clocksOf(story, now)).find((clock) => clock.kind === kind);
}

function promises(kind: ClockKind, text: string): void {
  test.each(table(text))("%s", (_, story, now, says) => {
    const clock = clockOf(kind, story, now);
    if (says === "none") expect(clock).toBeUndefined();
    else expect(clock).toMatchObject(expectation(says));
  });
}

describe("first reply", () => {
  promises(
    "first_reply",
    `
    starts when a customer creates the ticket | 10:00 created | 10:30 | running from 10:00 due 11:00
    does not exist on a ticket that the desk opened | 10:00 created by agent | 10:30 | none
    is met by a person's public reply | 10:00 created, 10:40 person | 12:00 | met 10:40 due 11:00
    is met in time at the very deadline | 10:00 created, 11:00 person | 12:00 | met 11:00
    is met late after it | 10:00 created, 11:01 person | 12:00 | met 11:01 breached 11:00
    is not met by the assistant | 10:00 created, 10:01 assistant | 12:00 | breached 11:00
    is not met by the assistant even where it fulfils next reply | 10:00 created under assisted, 10:01 assistant | 10:30 | running
    is not met by a note | 10:00 created, 10:01 note | 10:30 | running
    is not met by an automatic acknowledgement | 10:00 created, 10:01 acknowledged | 10:30 | running
    is not met by a reply that bounced | 10:00 created, 10:10 person, 10:20 bounce 10:10 | 10:30 | running from 10:00 due 11:00
    was met as long as nobody knew of the bounce | 10:00 created, 10:10 person, 10:20 bounce 10:10 | 10:15 | met 10:10
    is breached at its true time when the bounce comes after the deadline | 10:00 created, 10:10 person, 13:00 bounce 10:10 | 13:00 | breached 11:00
    is met by the next reply after a bounce | 10:00 created, 10:10 person, 10:20 bounce 10:10, 10:50 person | 12:00 | met 10:50
    is met when the bounced reply is delivered after all | 10:00 created, 10:10 person, 10:20 bounce 10:10, 10:40 delivered 10:10 | 12:00 | met 10:40
    never pauses on pending | 10:00 created, 10:10 pending | 10:30 | running due 11:00 stood 0
    never pauses on hold | 10:00 created, 10:10 on_hold | 12:00 | breached 11:00
    does not restart with a second message | 10:00 created, 10:30 customer | 10:40 | running from 10:00 due 11:00
    does not restart on reopening | 10:00 created, 10:10 person, 10:10 solved, 24T10:00 customer, 24T10:00 open by customer | 24T10:05 | met 10:10 cycle 1
    ends with a solve that no person answered | 10:00 created, 10:01 assistant, 10:01 solved by assistant | 13:00 | cancelled 10:01
    keeps counting business hours only | 17:40 created | 22T12:00 | running due 23T09:40
    counts every hour where the policy has no calendar | 17:40 created under any-hour | 18:00 | running due 18:40
    starts counting in the morning when written at night | 21T03:00 created | 22T12:00 | running from 21T03:00 due 23T10:00
    ends when the ticket is merged away | 10:00 created, 10:20 merged | 13:00 | cancelled 10:20
    is met by a reply that follows the solve | 10:00 created, 10:10 solved, 10:11 person | 12:00 | met 10:11 due 11:00
    is not met late by a person who follows up on what the assistant closed | 10:00 created, 10:01 assistant, 10:01 solved by assistant, 24T10:00 person | 24T11:00 | cancelled 10:01
    is met by a reply that leaves while the ticket is laid aside | 10:00 created, 10:20 spam, 10:25 person, 10:30 restored | 12:00 | met 10:25 due 11:00
    goes on when it was no spam after all | 10:00 created, 10:20 spam, 10:30 restored | 10:40 | running from 10:00 due 11:00
    `,
  );

  test("the assistant's first answer stands beside it, never instead of it", () => {
    const clock = clockOf(
      "first_reply",
      "10:00 created, 10:01 assistant, 10:20 assistant, 10:40 person",
      "12:00",
    );
    expect(clock).toMatchObject({ assistantFirstReplyAt: at("10:01"), metAt: at("10:40") });
  });

  test("an assistant's answer that bounced is no first answer", () => {
    const clock = clockOf("first_reply", "10:00 created, 10:01 assistant, 10:02 bounce 10:01", "12:00");
    expect(clock!.assistantFirstReplyAt).toBeNull();
  });
});

describe("next reply", () => {
  promises(
    "next_reply",
    `
    waits for the first reply to be over | 10:00 created, 10:05 customer | 10:06 | none
    starts at the customer's next message | 10:00 created, 10:10 person, 10:30 customer | 10:40 | running from 10:30 due 11:30
    does not restart with a second message | 10:00 created, 10:10 person, 10:30 customer, 11:00 customer | 11:05 | running from 10:30 due 11:30 cycle 1
    is met by the next public reply | 10:00 created, 10:10 person, 10:30 customer, 11:00 customer, 11:20 person | 12:00 | met 11:20
    is not met by the assistant by default | 10:00 created, 10:10 person, 10:30 customer, 10:31 assistant | 10:40 | running from 10:30
    is met by the assistant where the policy says so | 10:00 created under assisted, 10:01 assistant, 10:30 customer, 10:31 assistant | 10:40 | met 10:31
    starts after the assistant's answer where that counts | 10:00 created under assisted, 10:01 assistant, 10:30 customer | 10:40 | running from 10:30
    is not met by a note | 10:00 created, 10:10 person, 10:30 customer, 10:40 note | 10:50 | running
    is not met by an acknowledgement | 10:00 created, 10:10 person, 10:30 customer, 10:31 acknowledged | 10:50 | running
    is not met by a reply that bounced | 10:00 created, 10:10 person, 10:30 customer, 10:40 person, 10:41 bounce 10:40 | 10:50 | running from 10:30
    never pauses on pending | 10:00 created, 10:10 person, 10:30 customer, 10:35 pending | 12:00 | breached 11:30 stood 0
    begins a new cycle with each exchange | 10:00 created, 10:10 person, 10:30 customer, 10:40 person, 14:00 customer | 14:10 | running from 14:00 due 15:00 cycle 2
    starts at once on a ticket that the desk opened | 10:00 created by agent, 10:30 customer | 10:40 | running from 10:30
    goes back to the old message when the reply bounces after another message | 10:00 created, 10:10 person, 10:30 customer, 10:40 person, 10:50 customer, 10:55 bounce 10:40 | 11:00 | running from 10:30 cycle 1
    ends with the solve | 10:00 created, 10:10 person, 10:30 customer, 10:40 solved | 16:00 | cancelled 10:40
    does not start for a thank-you that leaves the ticket solved | 10:00 created, 10:10 person, 10:10 solved, 10:30 customer | 16:00 | none
    starts at the message that reopens | 10:00 created, 10:10 person, 10:10 solved, 14:00 customer, 14:01 open by customer | 14:10 | running from 14:00 due 15:00
    starts with a reopening whose message follows | 10:00 created, 10:10 person, 10:10 solved, 14:00 open by customer, 14:00 customer | 14:10 | running from 14:00 cycle 1
    comes back when the desk undoes a solve without a reply | 10:00 created, 10:10 person, 10:30 customer, 10:40 solved, 10:45 open | 10:50 | running from 10:30 due 11:30 cycle 1
    does not come back when the desk reopens what was answered | 10:00 created, 10:10 person, 10:10 solved, 10:45 open | 10:50 | none
    is met by a reply that follows the solve | 10:00 created, 10:10 person, 10:30 customer, 10:40 solved, 10:41 person | 12:00 | met 10:41
    does not start on what is spam | 10:00 created, 10:10 person, 10:20 spam, 10:30 customer | 10:40 | none
    `,
  );
});

describe("requester wait", () => {
  promises(
    "requester_wait",
    `
    starts with the ticket | 10:00 created | 10:30 | running from 10:00 due 14:00
    starts on a ticket that the desk opened, too | 10:00 created by agent | 10:30 | running from 10:00
    pauses while pending | 10:00 created, 11:00 pending | 17:00 | paused since 11:00 stood 0
    goes on after pending with the pause added | 10:00 created, 11:00 pending, 12:30 open by customer | 13:00 | running due 15:30 stood 90
    does not pause on hold | 10:00 created, 11:00 on_hold | 13:00 | running due 14:00
    stops when solved | 10:00 created, 11:00 solved | 17:00 | met 11:00
    starts again on reopening | 10:00 created, 11:00 solved, 24T10:00 open by customer | 24T10:30 | running from 24T10:00 due 24T14:00 cycle 2
    is breached at its true time across a pause | 10:00 created, 11:00 pending, 12:00 open | 17:00 | breached 15:00 due 15:00
    keeps a breach from before the pause | 10:00 created, 15:00 pending | 17:00 | breached 14:00 since 15:00
    adds up several pauses | 09:00 created, 09:10 pending, 09:20 open, 09:30 pending, 10:00 open | 10:30 | running due 13:40 stood 40
    ends when the ticket is spam | 10:00 created, 10:20 spam | 13:00 | cancelled 10:20
    `,
  );
});

describe("resolution", () => {
  promises(
    "resolution",
    `
    starts with the ticket | 09:00 created | 10:30 | running from 09:00 due 17:00
    pauses on pending where the policy says so | 09:00 created, 10:00 pending | 12:00 | paused since 10:00
    pauses on hold where the policy says so | 09:00 created, 10:00 on_hold, 11:00 open | 12:00 | running due 18:00 stood 60
    does not pause where it does not | 09:00 created under no-pause, 10:00 pending | 12:00 | running due 17:00
    counts a pause that turns from pending to on hold as one | 09:00 created, 10:00 pending, 10:30 on_hold, 11:00 open | 12:00 | running due 18:00 stood 60
    stops when solved | 09:00 created, 11:00 solved | 17:30 | met 11:00
    stops at the last time solved | 09:00 created, 11:00 solved, 12:00 open, 13:00 solved | 17:30 | met 13:00 from 09:00 cycle 1
    goes on where it stopped when reopened after the deadline | 09:00 created, 11:00 solved, 24T10:00 open by customer | 24T10:30 | running due 24T16:00 cycle 1
    stays met when the solved ticket closes | 09:00 created, 11:00 solved, 23T11:00 closed by automation | 24T10:30 | met 11:00
    `,
  );
});

describe("a change of terms", () => {
  promises(
    "first_reply",
    `
    of priority re-targets from the start | 10:00 created, 10:05 urgent | 10:10 | running from 10:00 due 10:15
    that puts the deadline in the past is missed at the change | 10:00 created, 10:30 urgent | 10:40 | breached 10:30 due 10:15
    gives time back | 10:00 created, 10:30 low | 10:40 | running due 18:00
    does not touch what was met | 10:00 created, 10:40 person, 11:00 urgent | 12:00 | met 10:40 due 11:00
    of policy re-targets what is open | 17:40 created, 17:50 policy any-hour | 18:00 | running due 18:40
    of calendar re-targets what is open | 17:40 created, 17:50 closed-monday | 18:00 | running due 24T09:40
    without a policy leaves a clock that only measures | 10:00 created under none | 23T10:00 | running
    twice in one instant is only the last of them | 10:00 created, 11:30 low, 11:30 normal | 11:40 | breached 11:00 due 11:00
    that keeps the target leaves the breach where it was | 10:00 created, 11:30 policy assisted | 11:40 | breached 11:00 due 11:00
    `,
  );

  promises(
    "resolution",
    `
    to a priority without a target takes the deadline away | 10:00 created, 10:05 low | 23T17:00 | running
    `,
  );

  promises(
    "requester_wait",
    `
    re-targets a paused clock for when it goes on | 10:00 created, 10:10 pending, 11:00 urgent, 12:00 open | 12:01 | running due 12:50 stood 110
    `,
  );

  test("keeps the earlier breach among the reasons", () => {
    const clock = clockOf("first_reply", "10:00 created, 11:30 low", "11:40")!;
    expect(clock).toMatchObject({ state: "running", breachedAt: null, dueAt: at("18:00") });
    expect(clock.reasons).toContainEqual({
      event: "breach",
      at: at("11:00"),
      why: "earlier_target",
      targetMinutes: 60,
    });
  });
});

describe("the field's known errors do not happen", () => {
  test("a ticket that the assistant closed and the customer reopened days later has no first reply of days", () => {
    const closed = "10:00 created, 10:01 assistant, 10:01 solved by assistant";
    const story = `${closed}, 24T10:00 customer, 24T10:00 open by customer, 24T10:10 person`;
    expect(clockOf("first_reply", story, "24T11:00")).toMatchObject({
      ...expectation("cancelled 10:01"),
      assistantFirstReplyAt: at("10:01"),
    });
    expect(clockOf("next_reply", story, "24T11:00")).toMatchObject(expectation("met 24T10:10 from 24T10:00"));
  });

  test("next reply does not run after the solve", () => {
    const story = "10:00 created, 10:10 person, 10:30 customer, 10:40 solved, 10:50 customer";
    expect(clocksOf(story, "24T10:00").filter((clock) => clock.state === "running")).toEqual([]);
  });

  test("business hours are not ignored over a weekend", () => {
    expect(clockOf("first_reply", "17:59 created", "22T23:59")).toMatchObject(
      expectation("running due 23T09:59"),
    );
  });

  test("reopening from pending does not escalate what waited for the customer", () => {
    const story = "10:00 created, 10:10 person, 10:10 pending, 25T17:00 customer, 25T17:00 open by customer";
    expect(clocksOf(story, "25T17:01").filter((clock) => clock.breachedAt)).toEqual([]);
  });
});

describe("recomputation", () => {
  test("does not depend on the order the facts are read in when their times differ", () => {
    const facts = factsOf(
      "10:00 created, 10:01 assistant, 10:30 customer, 10:31 pending, 11:30 open, 12:00 person",
    );
    const shuffled = [facts[6]!, facts[3]!, ...facts.slice(0, 3), facts[5]!, facts[4]!];
    expect(computeClocks(shuffled, book, at("13:00"))).toEqual(computeClocks(facts, book, at("13:00")));
  });

  test("after hours of downtime gives the true times", () => {
    expect(clocksOf("10:00 created", "23T15:00")[0]).toEqual(clocksOf("10:00 created", "11:00")[0]);
  });
});

describe("the sweep", () => {
  const nothing = { warnedAt: null, breachNotifiedAt: null };
  const warned = { warnedAt: at("10:48"), breachNotifiedAt: null };
  const told = { warnedAt: null, breachNotifiedAt: at("11:00") };

  test.each([
    ["wakes to warn first", "10:00 created", "10:00", nothing, "10:48"],
    ["then wakes at the deadline", "10:00 created", "10:50", warned, "11:00"],
    ["wakes for a breach nobody was told of", "10:00 created", "11:30", nothing, "11:00"],
    ["sleeps once the breach is told", "10:00 created", "11:30", told, null],
    ["sleeps when the clock is met", "10:00 created, 10:30 person", "11:30", nothing, null],
    [
      "tells a breach that was answered before it woke",
      "10:00 created, 11:20 person",
      "11:30",
      nothing,
      "11:00",
    ],
  ])("%s", (_, story, now, done, wake) => {
    expect(nextActionAt(clocksOf(story, now)[0]!, done)).toEqual(wake === null ? null : at(wake));
  });

  test.each([
    ["owes nothing early", "10:40", nothing, null],
    ["owes a warning", "10:50", nothing, "warning"],
    ["warns once", "10:50", warned, null],
    ["owes the breach alone after downtime", "15:00", nothing, "breach"],
    ["tells a breach once", "15:00", told, null],
  ])("%s", (_, now, done, owed) => {
    expect(noticeDue(clocksOf("10:00 created", now)[0]!, done, at(now))).toBe(owed);
  });

  test("does not wake for a paused clock", () => {
    const clock = clockOf("requester_wait", "10:00 created, 10:05 pending", "10:10")!;
    expect(nextActionAt(clock, nothing)).toBeNull();
    expect(clock.leftMs).toBe(235 * 60_000);
  });
});
