import { describe, expect, test } from "vitest";
import type { Calendar } from "../calendars/calendar.ts";
import type { TicketStatus } from "../tickets/status.ts";
import { type Clock, computeClocks, currentClocks, nextActionAt, noticeDue } from "./clocks.ts";
import type { ClockActor, ClockFact } from "./facts.ts";
import type { ClockKind, SlaPolicy } from "./policy.ts";

/** Friday 2026-11-20 in Seoul, unless a date is given: "10:00", "23T09:30" (day of November). */
const at = (text: string) => new Date(`2026-11-${text.includes("T") ? text : `20T${text}`}:00+09:00`);

const desk: Calendar = {
  timeZone: "Asia/Seoul",
  spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "18:00" })),
  holidays: [],
};
const policy: SlaPolicy = {
  id: "standard",
  name: "Standard",
  conditions: {},
  targets: {
    normal: { first_reply: 60, next_reply: 60, requester_wait: 240, resolution: 480 },
    urgent: { first_reply: 15, next_reply: 15, requester_wait: 60, resolution: 120 },
    low: { first_reply: 480 },
  },
  pausesOn: ["pending", "on_hold"],
  calendarId: "desk",
  assistantFulfilsNextReply: false,
};
const assisted: SlaPolicy = { ...policy, id: "assisted", assistantFulfilsNextReply: true };
const noPause: SlaPolicy = { ...policy, id: "no-pause", pausesOn: [] };
const anyHour: SlaPolicy = { ...policy, id: "any-hour", calendarId: null };
const book = { policies: [policy, assisted, noPause, anyHour], calendars: { desk } };

const created = (time: string, by: ClockActor = "customer", policyId = "standard"): ClockFact[] => [
  { type: "ticket_created", at: at(time), by, priority: "normal" },
  { type: "policy_applied", at: at(time), policyId },
];
const writes = (time: string): ClockFact => ({
  type: "customer_message",
  at: at(time),
  messageId: `c${time}`,
});
const replies = (time: string): ClockFact => ({ type: "person_reply", at: at(time), messageId: `p${time}` });
const answers = (time: string): ClockFact => ({
  type: "assistant_reply",
  at: at(time),
  messageId: `a${time}`,
});
const bounces = (time: string, messageId: string): ClockFact => ({
  type: "reply_bounced",
  at: at(time),
  messageId,
});
const arrives = (time: string, messageId: string): ClockFact => ({
  type: "reply_delivered",
  at: at(time),
  messageId,
});
const notes = (time: string): ClockFact => ({ type: "note_added", at: at(time), messageId: `n${time}` });
const acknowledged = (time: string): ClockFact => ({
  type: "auto_acknowledged",
  at: at(time),
  messageId: `k${time}`,
});
const becomes = (time: string, to: TicketStatus, by: ClockActor = "agent"): ClockFact => ({
  type: "status_changed",
  at: at(time),
  to,
  by,
});
const priority = (time: string, to: "low" | "normal" | "urgent"): ClockFact => ({
  type: "priority_changed",
  at: at(time),
  to,
});

type Expected = Partial<Record<"started" | "due" | "met" | "breached" | "cancelled" | "since", string>> & {
  state: Clock["state"];
  cycle?: number;
  paused?: number;
};
type Row = [name: string, facts: ClockFact[], kind: ClockKind, now: string, expected: Expected | null];

const time = (text: string | undefined) => (text === undefined ? null : at(text));

function check([, facts, kind, now, expected]: Row): void {
  const clock = currentClocks(computeClocks(facts, book, at(now))).find((one) => one.kind === kind);
  if (!expected) {
    expect(clock).toBeUndefined();
    return;
  }
  expect(clock).toMatchObject({
    state: expected.state,
    metAt: time(expected.met),
    breachedAt: time(expected.breached),
    cancelledAt: time(expected.cancelled),
    pausedSince: time(expected.since),
    ...(expected.started && { startedAt: at(expected.started) }),
    ...(expected.due && { dueAt: at(expected.due) }),
    ...(expected.cycle && { cycle: expected.cycle }),
    ...(expected.paused !== undefined && { pausedSeconds: expected.paused * 60 }),
  });
}

describe("first reply", () => {
  const rows: Row[] = [
    [
      "starts when a customer creates the ticket",
      created("10:00"),
      "first_reply",
      "10:30",
      { state: "running", started: "10:00", due: "11:00" },
    ],
    [
      "does not exist on a ticket that the desk opened",
      created("10:00", "agent"),
      "first_reply",
      "10:30",
      null,
    ],
    [
      "is met by a person's public reply",
      [...created("10:00"), replies("10:40")],
      "first_reply",
      "12:00",
      { state: "met", met: "10:40", due: "11:00" },
    ],
    [
      "is met in time at the very deadline",
      [...created("10:00"), replies("11:00")],
      "first_reply",
      "12:00",
      { state: "met", met: "11:00" },
    ],
    [
      "is met late after it",
      [...created("10:00"), replies("11:01")],
      "first_reply",
      "12:00",
      { state: "met", met: "11:01", breached: "11:00" },
    ],
    [
      "is not met by the assistant",
      [...created("10:00"), answers("10:01")],
      "first_reply",
      "12:00",
      { state: "breached", breached: "11:00" },
    ],
    [
      "is not met by the assistant even where it fulfils next reply",
      [...created("10:00", "customer", "assisted"), answers("10:01")],
      "first_reply",
      "10:30",
      { state: "running" },
    ],
    [
      "is not met by a note",
      [...created("10:00"), notes("10:01")],
      "first_reply",
      "10:30",
      { state: "running" },
    ],
    [
      "is not met by an automatic acknowledgement",
      [...created("10:00"), acknowledged("10:01")],
      "first_reply",
      "10:30",
      { state: "running" },
    ],
    [
      "is not met by a reply that bounced",
      [...created("10:00"), replies("10:10"), bounces("10:20", "p10:10")],
      "first_reply",
      "10:30",
      { state: "running", started: "10:00", due: "11:00" },
    ],
    [
      "was met as long as nobody knew of the bounce",
      [...created("10:00"), replies("10:10"), bounces("10:20", "p10:10")],
      "first_reply",
      "10:15",
      { state: "met", met: "10:10" },
    ],
    [
      "is breached at its true time when the bounce comes after the deadline",
      [...created("10:00"), replies("10:10"), bounces("13:00", "p10:10")],
      "first_reply",
      "13:00",
      { state: "breached", breached: "11:00" },
    ],
    [
      "is met by the next reply after a bounce",
      [...created("10:00"), replies("10:10"), bounces("10:20", "p10:10"), replies("10:50")],
      "first_reply",
      "12:00",
      { state: "met", met: "10:50" },
    ],
    [
      "is met when the bounced reply is delivered after all",
      [...created("10:00"), replies("10:10"), bounces("10:20", "p10:10"), arrives("10:40", "p10:10")],
      "first_reply",
      "12:00",
      { state: "met", met: "10:40" },
    ],
    [
      "never pauses on pending",
      [...created("10:00"), becomes("10:10", "pending")],
      "first_reply",
      "10:30",
      { state: "running", due: "11:00", paused: 0 },
    ],
    [
      "never pauses on hold",
      [...created("10:00"), becomes("10:10", "on_hold")],
      "first_reply",
      "12:00",
      { state: "breached", breached: "11:00" },
    ],
    [
      "does not restart with a second message",
      [...created("10:00"), writes("10:30")],
      "first_reply",
      "10:40",
      { state: "running", started: "10:00", due: "11:00" },
    ],
    [
      "does not restart on reopening",
      [
        ...created("10:00"),
        replies("10:10"),
        becomes("10:10", "solved"),
        writes("24T10:00"),
        becomes("24T10:00", "open", "customer"),
      ],
      "first_reply",
      "24T10:05",
      { state: "met", met: "10:10", cycle: 1 },
    ],
    [
      "ends with a solve that no person answered",
      [...created("10:00"), answers("10:01"), becomes("10:01", "solved", "assistant")],
      "first_reply",
      "13:00",
      { state: "cancelled", cancelled: "10:01" },
    ],
    [
      "keeps counting business hours only",
      created("17:40"),
      "first_reply",
      "22T12:00",
      { state: "running", due: "23T09:40" },
    ],
    [
      "counts every hour where the policy has no calendar",
      created("17:40", "customer", "any-hour"),
      "first_reply",
      "18:00",
      { state: "running", due: "18:40" },
    ],
    [
      "starts counting in the morning when written at night",
      created("21T03:00"),
      "first_reply",
      "22T12:00",
      { state: "running", started: "21T03:00", due: "23T10:00" },
    ],
    [
      "ends when the ticket is merged away",
      [...created("10:00"), { type: "ticket_dropped", at: at("10:20"), because: "merged" }],
      "first_reply",
      "13:00",
      { state: "cancelled", cancelled: "10:20" },
    ],
  ];
  test.each(rows)("%s", (...row) => check(row));

  test("the assistant's first answer stands beside it, never instead of it", () => {
    const facts = [...created("10:00"), answers("10:01"), answers("10:20"), replies("10:40")];
    const clock = computeClocks(facts, book, at("12:00"))[0]!;
    expect(clock).toMatchObject({ assistantFirstReplyAt: at("10:01"), metAt: at("10:40") });
  });

  test("an assistant's answer that bounced is no first answer", () => {
    const facts = [...created("10:00"), answers("10:01"), bounces("10:02", "a10:01")];
    expect(computeClocks(facts, book, at("12:00"))[0]!.assistantFirstReplyAt).toBeNull();
  });
});

describe("next reply", () => {
  const answered = [...created("10:00"), replies("10:10")];
  const helped = [...created("10:00", "customer", "assisted"), answers("10:01")];
  const rows: Row[] = [
    [
      "waits for the first reply to be over",
      [...created("10:00"), writes("10:05")],
      "next_reply",
      "10:06",
      null,
    ],
    [
      "starts at the customer's next message",
      [...answered, writes("10:30")],
      "next_reply",
      "10:40",
      { state: "running", started: "10:30", due: "11:30" },
    ],
    [
      "does not restart with a second message",
      [...answered, writes("10:30"), writes("11:00")],
      "next_reply",
      "11:05",
      { state: "running", started: "10:30", due: "11:30", cycle: 1 },
    ],
    [
      "is met by the next public reply",
      [...answered, writes("10:30"), writes("11:00"), replies("11:20")],
      "next_reply",
      "12:00",
      { state: "met", met: "11:20" },
    ],
    [
      "is not met by the assistant by default",
      [...answered, writes("10:30"), answers("10:31")],
      "next_reply",
      "10:40",
      { state: "running", started: "10:30" },
    ],
    [
      "is met by the assistant where the policy says so",
      [...helped, writes("10:30"), answers("10:31")],
      "next_reply",
      "10:40",
      { state: "met", met: "10:31" },
    ],
    [
      "starts after the assistant's answer where that counts",
      [...helped, writes("10:30")],
      "next_reply",
      "10:40",
      { state: "running", started: "10:30" },
    ],
    [
      "is not met by a note",
      [...answered, writes("10:30"), notes("10:40")],
      "next_reply",
      "10:50",
      { state: "running" },
    ],
    [
      "is not met by an acknowledgement",
      [...answered, writes("10:30"), acknowledged("10:31")],
      "next_reply",
      "10:50",
      { state: "running" },
    ],
    [
      "is not met by a reply that bounced",
      [...answered, writes("10:30"), replies("10:40"), bounces("10:41", "p10:40")],
      "next_reply",
      "10:50",
      { state: "running", started: "10:30" },
    ],
    [
      "never pauses on pending",
      [...answered, writes("10:30"), becomes("10:35", "pending")],
      "next_reply",
      "12:00",
      { state: "breached", breached: "11:30", paused: 0 },
    ],
    [
      "begins a new cycle with each exchange",
      [...answered, writes("10:30"), replies("10:40"), writes("14:00")],
      "next_reply",
      "14:10",
      { state: "running", cycle: 2, started: "14:00", due: "15:00" },
    ],
    [
      "starts at once on a ticket that the desk opened",
      [...created("10:00", "agent"), writes("10:30")],
      "next_reply",
      "10:40",
      { state: "running", started: "10:30" },
    ],
    [
      "goes back to the old message when the reply bounces after another message",
      [...answered, writes("10:30"), replies("10:40"), writes("10:50"), bounces("10:55", "p10:40")],
      "next_reply",
      "11:00",
      { state: "running", started: "10:30", cycle: 1 },
    ],
    [
      "ends with the solve",
      [...answered, writes("10:30"), becomes("10:40", "solved")],
      "next_reply",
      "16:00",
      { state: "cancelled", cancelled: "10:40" },
    ],
    [
      "does not start for a thank-you that leaves the ticket solved",
      [...answered, becomes("10:10", "solved"), writes("10:30")],
      "next_reply",
      "16:00",
      null,
    ],
    [
      "starts at the message that reopens",
      [...answered, becomes("10:10", "solved"), writes("14:00"), becomes("14:01", "open", "customer")],
      "next_reply",
      "14:10",
      { state: "running", started: "14:00", due: "15:00" },
    ],
    [
      "starts with a reopening whose message follows",
      [...answered, becomes("10:10", "solved"), becomes("14:00", "open", "customer"), writes("14:00")],
      "next_reply",
      "14:10",
      { state: "running", started: "14:00", cycle: 1 },
    ],
    [
      "comes back when the desk undoes a solve without a reply",
      [...answered, writes("10:30"), becomes("10:40", "solved"), becomes("10:45", "open")],
      "next_reply",
      "10:50",
      { state: "running", started: "10:30", due: "11:30", cycle: 1 },
    ],
    [
      "does not come back when the desk reopens what was answered",
      [...answered, becomes("10:10", "solved"), becomes("10:45", "open")],
      "next_reply",
      "10:50",
      null,
    ],
  ];
  test.each(rows)("%s", (...row) => check(row));
});

describe("requester wait", () => {
  const rows: Row[] = [
    [
      "starts with the ticket",
      created("10:00"),
      "requester_wait",
      "10:30",
      { state: "running", started: "10:00", due: "14:00" },
    ],
    [
      "starts on a ticket that the desk opened, too",
      created("10:00", "agent"),
      "requester_wait",
      "10:30",
      { state: "running", started: "10:00" },
    ],
    [
      "pauses while pending",
      [...created("10:00"), becomes("11:00", "pending")],
      "requester_wait",
      "17:00",
      { state: "paused", since: "11:00", paused: 0 },
    ],
    [
      "goes on after pending with the pause added",
      [...created("10:00"), becomes("11:00", "pending"), becomes("12:30", "open", "customer")],
      "requester_wait",
      "13:00",
      { state: "running", due: "15:30", paused: 90 },
    ],
    [
      "does not pause on hold",
      [...created("10:00"), becomes("11:00", "on_hold")],
      "requester_wait",
      "13:00",
      { state: "running", due: "14:00" },
    ],
    [
      "stops when solved",
      [...created("10:00"), becomes("11:00", "solved")],
      "requester_wait",
      "17:00",
      { state: "met", met: "11:00" },
    ],
    [
      "starts again on reopening",
      [...created("10:00"), becomes("11:00", "solved"), becomes("24T10:00", "open", "customer")],
      "requester_wait",
      "24T10:30",
      { state: "running", cycle: 2, started: "24T10:00", due: "24T14:00" },
    ],
    [
      "is breached at its true time across a pause",
      [...created("10:00"), becomes("11:00", "pending"), becomes("12:00", "open")],
      "requester_wait",
      "17:00",
      { state: "breached", breached: "15:00", due: "15:00" },
    ],
    [
      "keeps a breach from before the pause",
      [...created("10:00"), becomes("15:00", "pending")],
      "requester_wait",
      "17:00",
      { state: "breached", breached: "14:00", since: "15:00" },
    ],
    [
      "adds up several pauses",
      [
        ...created("09:00"),
        becomes("09:10", "pending"),
        becomes("09:20", "open"),
        becomes("09:30", "pending"),
        becomes("10:00", "open"),
      ],
      "requester_wait",
      "10:30",
      { state: "running", due: "13:40", paused: 40 },
    ],
    [
      "ends when the ticket is spam",
      [...created("10:00"), { type: "ticket_dropped", at: at("10:20"), because: "spam" }],
      "requester_wait",
      "13:00",
      { state: "cancelled", cancelled: "10:20" },
    ],
  ];
  test.each(rows)("%s", (...row) => check(row));
});

describe("resolution", () => {
  const rows: Row[] = [
    [
      "starts with the ticket",
      created("09:00"),
      "resolution",
      "10:30",
      { state: "running", started: "09:00", due: "17:00" },
    ],
    [
      "pauses on pending where the policy says so",
      [...created("09:00"), becomes("10:00", "pending")],
      "resolution",
      "12:00",
      { state: "paused", since: "10:00" },
    ],
    [
      "pauses on hold where the policy says so",
      [...created("09:00"), becomes("10:00", "on_hold"), becomes("11:00", "open")],
      "resolution",
      "12:00",
      { state: "running", due: "18:00", paused: 60 },
    ],
    [
      "does not pause where it does not",
      [...created("09:00", "customer", "no-pause"), becomes("10:00", "pending")],
      "resolution",
      "12:00",
      { state: "running", due: "17:00" },
    ],
    [
      "counts a pause that turns from pending to on hold as one",
      [
        ...created("09:00"),
        becomes("10:00", "pending"),
        becomes("10:30", "on_hold"),
        becomes("11:00", "open"),
      ],
      "resolution",
      "12:00",
      { state: "running", due: "18:00", paused: 60 },
    ],
    [
      "stops when solved",
      [...created("09:00"), becomes("11:00", "solved")],
      "resolution",
      "17:30",
      { state: "met", met: "11:00" },
    ],
    [
      "stops at the last time solved",
      [...created("09:00"), becomes("11:00", "solved"), becomes("12:00", "open"), becomes("13:00", "solved")],
      "resolution",
      "17:30",
      { state: "met", met: "13:00", cycle: 1, started: "09:00" },
    ],
    [
      "goes on where it stopped when reopened after the deadline",
      [...created("09:00"), becomes("11:00", "solved"), becomes("24T10:00", "open", "customer")],
      "resolution",
      "24T10:30",
      { state: "running", due: "24T16:00", cycle: 1 },
    ],
    [
      "stays met when the solved ticket closes",
      [...created("09:00"), becomes("11:00", "solved"), becomes("23T11:00", "closed", "automation")],
      "resolution",
      "24T10:30",
      { state: "met", met: "11:00" },
    ],
  ];
  test.each(rows)("%s", (...row) => check(row));
});

describe("a change of terms", () => {
  const rows: Row[] = [
    [
      "of priority re-targets from the start",
      [...created("10:00"), priority("10:05", "urgent")],
      "first_reply",
      "10:10",
      { state: "running", started: "10:00", due: "10:15" },
    ],
    [
      "that puts the deadline in the past is missed at the change",
      [...created("10:00"), priority("10:30", "urgent")],
      "first_reply",
      "10:40",
      { state: "breached", due: "10:15", breached: "10:30" },
    ],
    [
      "gives time back",
      [...created("10:00"), priority("10:30", "low")],
      "first_reply",
      "10:40",
      { state: "running", due: "18:00" },
    ],
    [
      "does not touch what was met",
      [...created("10:00"), replies("10:40"), priority("11:00", "urgent")],
      "first_reply",
      "12:00",
      { state: "met", met: "10:40", due: "11:00" },
    ],
    [
      "to a priority without a target takes the deadline away",
      [...created("10:00"), priority("10:05", "low")],
      "resolution",
      "23T17:00",
      { state: "running" },
    ],
    [
      "of policy re-targets what is open",
      [...created("17:40"), { type: "policy_applied", at: at("17:50"), policyId: "any-hour" }],
      "first_reply",
      "18:00",
      { state: "running", due: "18:40" },
    ],
    [
      "of calendar re-targets what is open",
      [
        ...created("17:40"),
        {
          type: "calendar_changed",
          at: at("17:50"),
          calendarId: "desk",
          calendar: { ...desk, holidays: [{ date: "2026-11-23", name: "Closed" }] },
        },
      ],
      "first_reply",
      "18:00",
      { state: "running", due: "24T09:40" },
    ],
    [
      "re-targets a paused clock for when it goes on",
      [
        ...created("10:00"),
        becomes("10:10", "pending"),
        priority("11:00", "urgent"),
        becomes("12:00", "open"),
      ],
      "requester_wait",
      "12:01",
      { state: "running", due: "12:50", paused: 110 },
    ],
    [
      "without a policy leaves a clock that only measures",
      [{ type: "ticket_created", at: at("10:00"), by: "customer", priority: "normal" }],
      "first_reply",
      "23T10:00",
      { state: "running" },
    ],
  ];
  test.each(rows)("%s", (...row) => check(row));

  test("keeps the earlier breach among the reasons", () => {
    const [first] = computeClocks([...created("10:00"), priority("11:30", "low")], book, at("11:40"));
    expect(first).toMatchObject({ state: "running", breachedAt: null, dueAt: at("18:00") });
    expect(first!.reasons).toContainEqual({
      event: "breach",
      at: at("11:00"),
      why: "earlier_target",
      targetMinutes: 60,
    });
  });
});

describe("the field's known errors do not happen", () => {
  test("a ticket that the assistant closed and the customer reopened days later has no first reply of days", () => {
    const facts = [
      ...created("10:00"),
      answers("10:01"),
      becomes("10:01", "solved", "assistant"),
      writes("24T10:00"),
      becomes("24T10:00", "open", "customer"),
      replies("24T10:10"),
    ];
    const clocks = computeClocks(facts, book, at("24T11:00"));
    expect(clocks.find((clock) => clock.kind === "first_reply")).toMatchObject({
      state: "cancelled",
      metAt: null,
      breachedAt: null,
      assistantFirstReplyAt: at("10:01"),
    });
    expect(clocks.find((clock) => clock.kind === "next_reply")).toMatchObject({
      startedAt: at("24T10:00"),
      metAt: at("24T10:10"),
      breachedAt: null,
    });
  });

  test("next reply does not run after the solve", () => {
    const facts = [
      ...created("10:00"),
      replies("10:10"),
      writes("10:30"),
      becomes("10:40", "solved"),
      writes("10:50"),
    ];
    const running = computeClocks(facts, book, at("24T10:00")).filter((clock) => clock.state === "running");
    expect(running).toEqual([]);
  });

  test("business hours are not ignored over a weekend", () => {
    const [first] = computeClocks(created("17:59"), book, at("22T23:59"));
    expect(first).toMatchObject({ state: "running", dueAt: at("23T09:59") });
  });

  test("reopening from pending does not escalate what waited for the customer", () => {
    const facts = [
      ...created("10:00"),
      replies("10:10"),
      becomes("10:10", "pending"),
      writes("25T17:00"),
      becomes("25T17:00", "open", "customer"),
    ];
    const late = computeClocks(facts, book, at("25T17:01")).filter((clock) => clock.breachedAt);
    expect(late).toEqual([]);
  });
});

describe("recomputation", () => {
  const facts = [
    ...created("10:00"),
    answers("10:01"),
    writes("10:30"),
    becomes("10:31", "pending"),
    becomes("11:30", "open"),
    replies("12:00"),
    becomes("12:00", "solved"),
  ];

  test("does not depend on the order the facts are read in when their times differ", () => {
    const shuffled = [facts[6]!, facts[3]!, ...facts.slice(0, 3), facts[5]!, facts[4]!, facts[7]!];
    expect(computeClocks(shuffled, book, at("13:00"))).toEqual(computeClocks(facts, book, at("13:00")));
  });

  test("after hours of downtime gives the true times", () => {
    const [onTime] = computeClocks(created("10:00"), book, at("11:00"));
    const [late] = computeClocks(created("10:00"), book, at("23T15:00"));
    expect(late).toEqual(onTime);
  });
});

describe("the sweep", () => {
  const nothing = { warnedAt: null, breachNotifiedAt: null };
  const first = (now: string, ...facts: ClockFact[]) =>
    computeClocks([...created("10:00"), ...facts], book, at(now))[0]!;

  test.each([
    ["wakes to warn first", first("10:00"), nothing, "10:48"],
    ["then wakes at the deadline", first("10:50"), { ...nothing, warnedAt: at("10:48") }, "11:00"],
    ["wakes for a breach nobody was told of", first("11:30"), nothing, "11:00"],
    ["sleeps once the breach is told", first("11:30"), { ...nothing, breachNotifiedAt: at("11:00") }, null],
    ["sleeps when the clock is met", first("11:30", replies("10:30")), nothing, null],
    ["tells a breach that was answered before it woke", first("11:30", replies("11:20")), nothing, "11:00"],
  ])("%s", (_, clock, done, wake) => {
    expect(nextActionAt(clock, done)).toEqual(wake === null ? null : at(wake));
  });

  test.each([
    ["owes nothing early", first("10:40"), nothing, "10:40", null],
    ["owes a warning", first("10:50"), nothing, "10:50", "warning"],
    ["warns once", first("10:50"), { ...nothing, warnedAt: at("10:48") }, "10:50", null],
    ["owes the breach alone after downtime", first("15:00"), nothing, "15:00", "breach"],
    ["tells a breach once", first("15:00"), { ...nothing, breachNotifiedAt: at("14:00") }, "15:00", null],
  ])("%s", (_, clock, done, now, owed) => {
    expect(noticeDue(clock, done, at(now))).toBe(owed);
  });

  test("does not wake for a paused clock", () => {
    const clock = computeClocks([...created("10:00"), becomes("10:05", "pending")], book, at("10:10")).find(
      (one) => one.kind === "requester_wait",
    )!;
    expect(nextActionAt(clock, nothing)).toBeNull();
    expect(clock.leftMs).toBe(235 * 60_000);
  });
});
