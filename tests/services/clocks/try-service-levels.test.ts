import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { calendars, outbox, slaPolicies } from "#db/schema/index.ts";
import { handToPeople } from "#lib/services/assistant/hand-to-people.ts";
import { tryServiceLevels } from "#lib/services/clocks/try-service-levels.ts";
import { tryRouting } from "#lib/services/routing/try-routing.ts";
import { importHolidays } from "#lib/services/settings/import-holidays.ts";
import { saveCalendar, savePolicy } from "#lib/services/settings/service-levels.ts";
import { renewPolicies } from "#lib/services/sweeps/renew-policies.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { aCalendar, aPolicy } from "#tests/support/clocks.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, anAgent, contextOn } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
});
beforeEach(async () => {
  await desk.clear();
  home = await aDesk(desk);
});
afterAll(() => desk.drop());

const start = new Date("2026-11-16T01:00:00Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const on = (minutes: number) => contextOn(desk, { now: at(minutes) });

const minutes = (first_reply: number) => {
  const targets = { first_reply };
  return { low: targets, normal: targets, high: targets, urgent: targets };
};

test("a trial tells what the change does, and applying it does just that", async () => {
  const policy = await aPolicy(desk, { minutes: 60, targets: minutes(60) });
  const answered = await aTicket(desk, { to: home.mailbox.address }, { now: start });
  await replyToTicket(contextOn(desk, { now: at(40), actor: home.agent.actor }), {
    ticketId: answered.ticketId,
    body: "Hi",
  });
  const open = await aTicket(desk, { to: home.mailbox.address }, { now: at(10) });
  const report = await tryServiceLevels(on(50), { policy: { ...policy, targets: minutes(30) } });
  expect(report.open).toEqual({ tickets: 1, sooner: 1, later: 0, breaches: 1 });
  expect(report.breachedNumbers).toEqual([(await look(desk, open.ticketId)).ticket.number]);
  expect(report.past).toMatchObject({
    tickets: 2,
    before: { first_reply: { measured: 2, breached: 0 } },
    after: { first_reply: { measured: 2, breached: 2 } },
    newlyBreached: 2,
    noLongerBreached: 0,
  });
  const clock = async () =>
    (await look(desk, open.ticketId)).clocks.find(({ kind }) => kind === "first_reply")!;
  expect((await clock()).dueAt).toEqual(at(70));

  const {
    id: policyId,
    name,
    conditions,
    pausesOn,
    calendarId,
    assistantFulfilsNextReply,
    warnAtPercent,
    active,
  } = policy;
  const kept = {
    policyId,
    name,
    conditions,
    pausesOn,
    calendarId,
    assistantFulfilsNextReply,
    warnAtPercent,
    active,
  };
  await savePolicy(on(50), { ...kept, targets: minutes(30), apply: "open" });
  expect(await desk.db.select().from(outbox).where(eq(outbox.job, "clocks.renew_policies"))).toHaveLength(1);
  await renewPolicies(on(50));
  expect(await clock()).toMatchObject({ dueAt: at(40), breachedAt: at(50) });
});

test("a calendar is tried the same way", async () => {
  const calendar = await aCalendar(desk);
  await aPolicy(desk, { minutes: 600, calendarId: calendar.id });
  await aTicket(desk, { to: home.mailbox.address }, { now: start });
  const holidays = [{ date: "2026-11-17", name: "Closed" }];
  const report = await tryServiceLevels(on(5), { calendar: { ...calendar, holidays } });
  expect(report.open).toMatchObject({ tickets: 1, sooner: 0, breaches: 0 });
  expect(report.open.later).toBeGreaterThan(0);
});

test("holidays come by country and from a file, each date once", async () => {
  const calendar = await aCalendar(desk, { holidays: [{ date: "2026-12-25", name: "Xmas at ours" }] });
  const years = { calendarId: calendar.id, from: 2026, to: 2026, apply: "new" as const };
  const korean = await importHolidays(on(0), { ...years, country: "KR" });
  expect(korean.added).toBeGreaterThan(15);
  const ical = [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "SUMMARY:Company day",
    "DTSTART;VALUE=DATE:20261204",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "SUMMARY:Lunch",
    "DTSTART:20261204T030000Z",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
  expect(await importHolidays(on(0), { ...years, ical })).toEqual({
    added: 1,
    ignored: [{ summary: "Lunch", why: "not_whole_day" }],
  });
  const [row] = await desk.db.select().from(calendars);
  expect(row!.holidays).toContainEqual({ date: "2026-12-25", name: "Xmas at ours" });
  expect(row!.holidays).toContainEqual(
    expect.objectContaining({ date: "2026-02-17", name_ko: expect.stringContaining("설") }),
  );
  expect(row!.version).toBe(3);
});

test.each([
  [{ spans: [] }, { spans: "never_open" }],
  [{ spans: [{ weekday: 1, start: "09:00", end: "09:00" }] }, { spans: expect.any(String) }],
])("hours that cannot be counted with are refused: %j", async (changes, fields) => {
  const hours = { name: "Odd", timeZone: "Asia/Seoul", holidays: [], always: false, ...changes };
  await expect(saveCalendar(on(0), hours)).rejects.toMatchObject({ kind: "invalid", fields });
});

test.each([
  ["an address where a webhook is meant", { kind: "webhook", url: "http://10.0.0.1/x" }],
  ["an unknown deed", { kind: "explode" }],
])("a policy with %s is refused", async (_, act) => {
  const policy = {
    name: "P",
    conditions: {},
    targets: {},
    pausesOn: [],
    calendarId: null,
    assistantFulfilsNextReply: false,
    warnAtPercent: 80,
    active: true,
  };
  const actions = [{ when: "breach", clocks: [], act }];
  await expect(savePolicy(on(0), { ...policy, actions } as never)).rejects.toMatchObject({ kind: "invalid" });
  expect(await desk.db.select().from(slaPolicies)).toEqual([]);
});

test("the simulation replays what people had to do, as it is and with somebody more", async () => {
  await aPolicy(desk, { minutes: 60, targets: minutes(60) });
  for (let nth = 0; nth < 12; nth++) {
    const made = await aTicket(desk, { to: home.mailbox.address }, { now: at(nth) });
    await handToPeople(on(nth), { ...made, reason: "tool_failure" });
  }
  const twin = await anAgent(desk, { name: "Twin" });
  const report = await tryRouting(on(1_000), {
    days: 2,
    handleMinutes: 30,
    without: [twin.id],
    more: [{ likeId: home.agent.id, count: 3 }],
  });
  expect(report.arrivals).toBe(12);
  expect(report.before.agents).toHaveLength(2);
  expect(report.after.agents).toHaveLength(4);
  expect(report.after.breached).toBeLessThan(report.before.breached);
  expect(report.names[twin.id]).toBe("Twin");
});
