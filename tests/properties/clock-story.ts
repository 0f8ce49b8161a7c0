import type { Calendar } from "#lib/domain/calendars/calendar.ts";
import type { Clock } from "#lib/domain/sla/clocks.ts";
import type { ClockActor, ClockFact } from "#lib/domain/sla/facts.ts";
import type { SlaPolicy } from "#lib/domain/sla/policy.ts";
import { type Priority, priorities, type TicketStatus, ticketStatuses } from "#lib/domain/tickets/status.ts";

/** "10:00" is on Friday 2026-11-20 in Seoul, "23T09:30" on the 23rd. */
export const at = (text: string): Date =>
  new Date(`2026-11-${text.includes("T") ? text : `20T${text}`}:00+09:00`);

export const desk: Calendar = {
  timeZone: "Asia/Seoul",
  spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "18:00" })),
  holidays: [],
};

/** Minutes: first and next reply an hour, requester wait four, resolution eight; urgent is much less. */
const standard: SlaPolicy = {
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

export const book = {
  policies: [
    standard,
    { ...standard, id: "assisted", assistantFulfilsNextReply: true },
    { ...standard, id: "no-pause", pausesOn: [] },
    { ...standard, id: "any-hour", calendarId: null },
  ],
  calendars: { desk },
};

/**
 * A ticket's history in words: "10:00 created by agent under assisted, 10:10 person, 10:20 bounce 10:10,
 * 10:30 solved by customer, 10:40 urgent". A bounce or delivery names the time of its reply.
 */
export function factsOf(story: string): ClockFact[] {
  return story.split(", ").flatMap((sentence) => {
    const [time, word, ...rest] = sentence.split(" ") as [string, string, ...string[]];
    const after = (key: string): string | undefined =>
      rest.includes(key) ? rest[rest.indexOf(key) + 1] : undefined;
    return factOf(at(time), time, word, rest[0] ?? "", after("by") as ClockActor | undefined, after("under"));
  });
}

function factOf(
  when: Date,
  time: string,
  word: string,
  object: string,
  by: ClockActor | undefined,
  under = "standard",
): ClockFact[] {
  const said = { at: when, messageId: time };
  switch (word) {
    case "created":
      return [
        { type: "ticket_created", at: when, by: by ?? "customer", priority: "normal" },
        { type: "policy_applied", at: when, policyId: under },
      ];
    case "customer":
      return [{ type: "customer_message", ...said }];
    case "person":
      return [{ type: "person_reply", ...said }];
    case "assistant":
      return [{ type: "assistant_reply", ...said }];
    case "note":
      return [{ type: "note_added", ...said }];
    case "acknowledged":
      return [{ type: "auto_acknowledged", ...said }];
    case "bounce":
      return [{ type: "reply_bounced", at: when, messageId: object }];
    case "delivered":
      return [{ type: "reply_delivered", at: when, messageId: object }];
    case "policy":
      return [{ type: "policy_applied", at: when, policyId: object }];
    case "closed-monday":
      return [
        {
          type: "calendar_changed",
          at: when,
          calendarId: "desk",
          calendar: { ...desk, holidays: [{ date: "2026-11-23", name: "Closed" }] },
        },
      ];
    case "merged":
    case "spam":
    case "deleted":
      return [{ type: "ticket_dropped", at: when, because: word }];
    case "restored":
      return [{ type: "ticket_restored", at: when }];
  }
  if (priorities.includes(word as Priority))
    return [{ type: "priority_changed", at: when, to: word as Priority }];
  if (!ticketStatuses.includes(word as TicketStatus)) throw new Error(`no such fact: ${word}`);
  return [{ type: "status_changed", at: when, to: word as TicketStatus, by: by ?? "agent" }];
}

/** Lines of "promise | history | looked at | what the clock says". */
export function table(text: string): [promise: string, story: string, now: string, says: string][] {
  const lines = text.split("\n").filter((line) => line.includes("|"));
  return lines.map((line) => line.split("|").map((cell) => cell.trim()) as [string, string, string, string]);
}

/**
 * What is expected of a clock: its state and, after words, its times: "met 10:40 due 11:00". Of met, breached,
 * cancelled and since, what is not said must be null. "stood" is minutes of ended pauses.
 */
export function expectation(says: string): Partial<Clock> {
  const words = says.split(" ");
  const said = (word: string) => words[words.indexOf(word) + 1]!;
  const time = (word: string) => (words.includes(word) ? at(said(word)) : null);
  return {
    state: words[0] as Clock["state"],
    metAt: time("met"),
    breachedAt: time("breached"),
    cancelledAt: time("cancelled"),
    pausedSince: time("since"),
    ...(words.includes("from") && { startedAt: time("from")! }),
    ...(words.includes("due") && { dueAt: time("due") }),
    ...(words.includes("cycle") && { cycle: Number(said("cycle")) }),
    ...(words.includes("stood") && { pausedSeconds: Number(said("stood")) * 60 }),
  };
}
