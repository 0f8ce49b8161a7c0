import { describe, expect, test } from "vitest";
import { at, book, desk, factsOf } from "#tests/properties/clock-story.ts";
import { computeClocks } from "./clocks.ts";
import type { TicketTraits } from "./conditions.ts";
import { previewChange, whatIf } from "./what-if.ts";
import { whyDue } from "./why-due.ts";

const traits: TicketTraits = {
  mailboxId: null,
  queueId: null,
  categoryId: null,
  companyId: null,
  customerId: null,
  vip: false,
  language: "ko",
  channel: "email",
  priority: "normal",
  tags: [],
};
const ticket = (id: string, story: string) => ({ id, traits, facts: factsOf(story) });
const tickets = [
  ticket("quick", "10:00 created, 10:10 person, 10:10 solved"),
  ticket("slow", "10:00 created, 11:30 person, 11:30 solved"),
  ticket("waiting", "10:00 created"),
];
const [standard] = book.policies;
const withFirstReply = (minutes: number) => ({
  ...book,
  policies: [{ ...standard!, targets: { normal: { first_reply: minutes } } }],
});

describe("what if", () => {
  test.each([
    ["nothing changed", 60, 2, [], []],
    ["it were stricter", 5, 3, ["quick"], []],
    ["it were looser", 120, 0, [], ["slow", "waiting"]],
  ])("%s", (_, minutes, breached, newly, noLonger) => {
    const result = whatIf(tickets, book, withFirstReply(minutes), at("11:40"));
    expect(result.before.first_reply).toEqual({ measured: 3, breached: 2 });
    expect(result.after.first_reply).toEqual({ measured: 3, breached });
    expect([result.newlyBreached, result.noLongerBreached]).toEqual([newly, noLonger]);
  });

  test("no policy matched, nothing is measured", () => {
    const none = { ...book, policies: [{ ...standard!, conditions: { vip: true } }] };
    expect(whatIf(tickets, book, none, at("11:40")).after.first_reply).toEqual({ measured: 0, breached: 0 });
  });

  test("the desk closed for lunch", () => {
    const spans = desk.spans.flatMap(({ weekday }) => [
      { weekday, start: "09:00", end: "10:30" },
      { weekday, start: "11:30", end: "18:00" },
    ]);
    const lunch = { ...book, calendars: { desk: { ...desk, spans } } };
    expect(whatIf(tickets, book, lunch, at("11:40")).noLongerBreached).toEqual(["slow", "waiting"]);
  });
});

describe("the preview of a change", () => {
  test("lists the open clocks that move and which of them it makes late", () => {
    expect(previewChange(tickets, book, withFirstReply(15), at("10:30"))).toEqual(
      ["slow", "waiting"].flatMap((ticketId) => [
        { ticketId, kind: "first_reply", dueBefore: at("11:00"), dueAfter: at("10:15"), breaches: true },
        { ticketId, kind: "requester_wait", dueBefore: at("14:00"), dueAfter: null, breaches: false },
        { ticketId, kind: "resolution", dueBefore: at("18:00"), dueAfter: null, breaches: false },
      ]),
    );
  });

  test("is empty when nothing moves", () => {
    expect(previewChange(tickets, book, book, at("10:30"))).toEqual([]);
  });
});

describe("why a deadline", () => {
  test.each([
    ["is over a weekend", "17:40 created", "18:00", "first_reply", ["counted", "shut", "counted"]],
    [
      "counts a pause",
      "10:00 created, 11:00 pending, 12:00 open",
      "12:30",
      "requester_wait",
      ["counted", "paused", "counted"],
    ],
    [
      "is open while paused",
      "10:00 created, 11:00 pending",
      "12:30",
      "requester_wait",
      ["counted", "paused"],
    ],
  ])("%s", (_, story, now, kind, steps) => {
    const clock = computeClocks(factsOf(story), book, at(now)).find((one) => one.kind === kind)!;
    const why = whyDue(clock, book.calendars)!;
    expect(why.dueAt).toEqual(clock.dueAt);
    expect(why.steps.map((step) => step.kind)).toEqual(steps);
  });

  test("is nothing without a target", () => {
    const clock = computeClocks(factsOf("10:00 created, 10:01 low"), book, at("11:00")).find(
      (one) => one.kind === "resolution",
    )!;
    expect(whyDue(clock, book.calendars)).toBeNull();
  });
});
