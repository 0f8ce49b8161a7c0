import { expect, test } from "vitest";
import { businessMsBetween, type Calendar, dueAt, type Span } from "#lib/domain/calendars/calendar.ts";
import { explainDue } from "#lib/domain/calendars/explain-due.ts";
import { computeClocks } from "#lib/domain/sla/clocks.ts";
import type { ClockFact } from "#lib/domain/sla/facts.ts";
import type { SlaPolicy } from "#lib/domain/sla/policy.ts";
import type { Priority, TicketStatus } from "#lib/domain/tickets/status.ts";
import { type Random, seeded } from "./random.ts";
import { type SlowClock, type SlowFact, type SlowTerms, slowClocks } from "./slow-clocks.ts";
import { openMinutes, type Window, wallClock } from "./slow-minutes.ts";

const CASES = 100_000;
const CALENDARS_PER_WINDOW = 24;
const DAYS = 36;
const MINUTE = 60_000;

/** Weeks around a change of the clocks, the Korean feasts, New Year and leap day. */
const places: [zone: string, from: string][] = [
  ["Asia/Seoul", "2026-02-01"],
  ["Asia/Seoul", "2025-09-20"],
  ["America/New_York", "2026-02-20"],
  ["America/New_York", "2026-10-15"],
  ["Europe/Berlin", "2026-03-10"],
  ["Europe/London", "2026-10-10"],
  ["Australia/Lord_Howe", "2026-03-20"],
  ["America/Santiago", "2026-08-20"],
  ["Africa/Casablanca", "2026-02-05"],
  ["Asia/Kathmandu", "2028-02-10"],
  ["America/St_Johns", "2026-10-15"],
  ["Pacific/Apia", "2011-12-15"],
  ["Africa/Cairo", "2026-04-10"],
  ["Asia/Seoul", "2027-12-10"],
];

const windows = places.map(([zone, from]) => wallClock(zone, new Date(`${from}T00:00:00Z`), DAYS));

const pad = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

function randomCalendar(random: Random, window: Window): Calendar {
  if (random.chance(0.05)) return { timeZone: window.timeZone, spans: [], holidays: [], always: true };
  const spans: Span[] = [];
  const offices = random.chance(0.7);
  for (let weekday = 0; weekday < 7; weekday++) {
    if (offices ? weekday === 0 || weekday === 6 : random.chance(0.25)) continue;
    const start = offices ? random.int(6, 11) * 60 + random.pick([0, 30]) : random.int(0, 1200);
    const lunch = random.chance(0.6) ? start + random.int(60, 240) : null;
    const end = Math.min(1440, start + random.int(120, offices ? 660 : 1440));
    if (lunch !== null && lunch + 30 < end) {
      spans.push(
        { weekday, start: pad(start), end: pad(lunch) },
        { weekday, start: pad(lunch + 30), end: pad(end) },
      );
    } else spans.push({ weekday, start: pad(start), end: pad(end) });
  }
  if (spans.length === 0) spans.push({ weekday: 3, start: "00:00", end: "24:00" });
  const dates = [...new Set(window.date)];
  const holidays = dates.filter(() => random.chance(0.08)).map((date) => ({ date, name: "Holiday" }));
  return { timeZone: window.timeZone, spans, holidays };
}

const priorities: Priority[] = ["low", "normal", "urgent"];

function randomTerms(random: Random, id: string): SlowTerms {
  const targets = () => ({
    first_reply: random.int(1, 600),
    next_reply: random.int(1, 600),
    requester_wait: random.int(30, 1500),
    ...(random.chance(0.8) && { resolution: random.int(60, 2000) }),
  });
  return {
    id,
    targets: { low: targets(), normal: targets(), urgent: targets() },
    pausesOn: random.pick([[], ["pending"], ["on_hold"], ["pending", "on_hold"]] as TicketStatus[][]),
    assistantFulfils: random.chance(0.5),
  };
}

function randomFacts(random: Random): SlowFact[] {
  const created = random.int(0, 8 * 1440);
  const terms = randomTerms(random, "a");
  const facts: SlowFact[] = [
    {
      m: created,
      is: "created",
      by: random.chance(0.85) ? "customer" : "agent",
      priority: random.pick(priorities),
    },
    { m: created + random.pick([0, 0, 1, 20]), is: "terms", terms },
  ];
  const sent: string[] = [];
  let status: TicketStatus = "new";
  let m = created;
  for (let count = random.int(0, 14); count > 0; count--) {
    m += random.chance(0.15) ? 0 : Math.floor(random.next() ** 4 * 2 * 1440);
    const dice = random.next();
    const by = random.chance(0.5) ? "customer" : "agent";
    if (dice < 0.25) facts.push({ m, is: "message" });
    else if (dice < 0.4) facts.push({ m, is: "person", id: `r${sent.push("") - 1}` });
    else if (dice < 0.52) facts.push({ m, is: "assistant", id: `r${sent.push("") - 1}` });
    else if (dice < 0.57 && sent.length > 0)
      facts.push({ m, is: "bounce", id: `r${random.int(0, sent.length)}` });
    else if (dice < 0.62) facts.push({ m, is: random.pick(["note", "acknowledged"] as const) });
    else if (dice < 0.7) facts.push({ m, is: "priority", to: random.pick(priorities) });
    else if (dice < 0.73)
      facts.push({ m, is: "terms", terms: { ...randomTerms(random, "b"), pausesOn: terms.pausesOn } });
    else {
      const others = (["open", "pending", "on_hold", "solved"] as TicketStatus[]).filter(
        (to) => to !== status,
      );
      status = random.pick(others);
      facts.push({ m, is: "status", to: status, by });
    }
  }
  return facts.sort((a, b) => a.m - b.m);
}

/** The same history in the words of the domain. */
function factOf(fact: SlowFact, index: number, window: Window): ClockFact {
  const at = new Date((window.from + fact.m) * MINUTE);
  const messageId = "id" in fact ? fact.id : `m${index}`;
  switch (fact.is) {
    case "created":
      return { type: "ticket_created", at, by: fact.by, priority: fact.priority };
    case "message":
      return { type: "customer_message", at, messageId };
    case "note":
      return { type: "note_added", at, messageId };
    case "acknowledged":
      return { type: "auto_acknowledged", at, messageId };
    case "person":
      return { type: "person_reply", at, messageId };
    case "assistant":
      return { type: "assistant_reply", at, messageId };
    case "bounce":
      return { type: "reply_bounced", at, messageId };
    case "status":
      return { type: "status_changed", at, to: fact.to, by: fact.by };
    case "priority":
      return { type: "priority_changed", at, to: fact.to };
    case "terms":
      return { type: "policy_applied", at, policyId: fact.terms.id, policy: policyOf(fact.terms) };
  }
}

const policyOf = (terms: SlowTerms): SlaPolicy => ({
  id: terms.id,
  name: terms.id,
  conditions: {},
  targets: terms.targets,
  pausesOn: terms.pausesOn as SlaPolicy["pausesOn"],
  calendarId: "desk",
  assistantFulfilsNextReply: terms.assistantFulfils,
});

/** What the fast clocks say, in the slow ones' words. */
function fastClocks(
  facts: readonly SlowFact[],
  calendar: Calendar,
  window: Window,
  now: number,
): SlowClock[] {
  const minute = (at: Date | null) => (at === null ? null : at.getTime() / MINUTE - window.from);
  const clocks = computeClocks(
    facts.map((fact, index) => factOf(fact, index, window)),
    { policies: [], calendars: { desk: calendar } },
    new Date((window.from + now) * MINUTE),
  );
  return clocks.map((clock) => {
    const due = minute(clock.dueAt);
    return {
      kind: clock.kind,
      started: minute(clock.startedAt)!,
      met: minute(clock.metAt),
      cancelled: minute(clock.cancelledAt),
      due: due !== null && due > window.length ? "later" : due,
      breached: minute(clock.breachedAt),
      paused: clock.pausedSeconds / 60 + (clock.pausedSince ? now - minute(clock.pausedSince)! : 0),
    };
  });
}

const order = (a: SlowClock, b: SlowClock) =>
  a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.started - b.started;

/** Cases are shared out over every window and calendar; a failure names the seed that shows it. */
function eachCase(
  run: (random: Random, calendar: Calendar, open: Uint8Array, window: Window) => void,
): number {
  const each = Math.ceil(CASES / places.length / CALENDARS_PER_WINDOW);
  let cases = 0;
  windows.forEach((window, place) => {
    for (let number = 0; number < CALENDARS_PER_WINDOW; number++) {
      const random = seeded(place * 1000 + number);
      const calendar = randomCalendar(random, window);
      const open = openMinutes(window, calendar);
      for (let one = 0; one < each; one++, cases++) run(random, calendar, open, window);
    }
  });
  return cases;
}

test("clocks equal those of a calculator that lives through every minute", () => {
  const cases = eachCase((random, calendar, open, window) => {
    const facts = randomFacts(random);
    const last = facts.at(-1)!.m;
    const now = random.chance(0.3) ? random.int(facts[0]!.m, last + 1) : last + random.int(0, 1440);
    const fast = fastClocks(facts, calendar, window, now).sort(order);
    const slow = slowClocks(facts, open, now).sort(order);
    if (JSON.stringify(fast) !== JSON.stringify(slow)) {
      expect(fast, JSON.stringify({ facts, now, calendar, from: window.from })).toEqual(slow);
    }
  });
  expect(cases).toBeGreaterThanOrEqual(CASES);
});

test("deadlines, their explanation and the time between equal counted minutes", () => {
  const cases = eachCase((random, calendar, open, window) => {
    const start = random.int(0, window.length);
    const minutes = random.int(1, 1200);
    let counted = 0;
    let m = start;
    for (; m < window.length && counted < minutes; m++) counted += open[m]!;
    const from = new Date((window.from + start) * MINUTE);
    const due = dueAt(calendar, from, minutes);
    const end = new Date((window.from + window.length) * MINUTE);
    if (counted === minutes) expect(due).toEqual(new Date((window.from + m) * MINUTE));
    else expect(due === null || due > end).toBe(true);
    const explained = explainDue(calendar, from, minutes);
    const told = explained.steps.reduce((sum, step) => sum + (step.kind === "counted" ? step.minutes : 0), 0);
    expect([explained.dueAt, told]).toEqual([due, due ? minutes : told]);
    if (due && due <= end) expect(businessMsBetween(calendar, from, due)).toBe(minutes * MINUTE);
  });
  expect(cases).toBeGreaterThanOrEqual(CASES);
});
