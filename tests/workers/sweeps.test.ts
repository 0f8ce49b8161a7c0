import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditEntries, calendars, inboundEmails, outbox, slaPolicies, tickets } from "#db/schema/index.ts";
import { sealAudit } from "#lib/services/audit/seal-audit.ts";
import { verifyAudit } from "#lib/services/audit/verify-audit.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { closeSolvedTickets } from "#lib/services/sweeps/close-solved-tickets.ts";
import { pruneRecords } from "#lib/services/sweeps/prune-records.ts";
import { sweepAssistant } from "#lib/services/sweeps/sweep-assistant.ts";
import { sweepClocks } from "#lib/services/sweeps/sweep-clocks.ts";
import { sweepInbound } from "#lib/services/sweeps/sweep-inbound.ts";
import { addNote } from "#lib/services/tickets/add-note.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { solveTicket } from "#lib/services/tickets/solve-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, contextOn } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
});
afterAll(() => desk.drop());
beforeEach(async () => {
  await desk.clear();
  home = await aDesk(desk);
});

const start = new Date("2026-11-20T01:00:00Z");
const minute = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const at = (minutes: number) => contextOn(desk, { now: minute(minutes) });
const jobsOf = async (job: string) => desk.db.select().from(outbox).where(eq(outbox.job, job));

describe("mail that never became a message", () => {
  const arrive = () => recordInboundEmail(at(0), { door: "smtp", raw: aMail({ to: home.mailbox.address }) });

  test("gets a new job when its time to look has come, and not before", async () => {
    await arrive();
    expect(await sweepInbound(at(0.5))).toBe(0);
    expect(await sweepInbound(at(2))).toBe(1);
    expect(await jobsOf("inbound_email.deliver")).toHaveLength(2);
  });

  test("is looked at with growing patience, so that a backlog is not answered with ever more jobs", async () => {
    await arrive();
    let jobs = 0;
    for (let passed = 1; passed <= 120; passed++) jobs += await sweepInbound(at(passed));
    expect(jobs).toBeGreaterThanOrEqual(6);
    expect(jobs).toBeLessThanOrEqual(9);
  });

  test("all have jobs again at once when the queue has forgotten, and finished ones have none", async () => {
    for (let n = 0; n < 3; n++) await arrive();
    const [first] = await desk.db.select().from(inboundEmails).limit(1);
    await desk.db.update(inboundEmails).set({ state: "delivered" }).where(eq(inboundEmails.id, first!.id));
    expect(await sweepInbound(at(0), { everything: true })).toBe(2);
  });

  test("gets one job from two sweeps at the same time", async () => {
    await arrive();
    const swept = await Promise.all([sweepInbound(at(2)), sweepInbound(at(2)), sweepInbound(at(2))]);
    expect(swept.toSorted()).toEqual([0, 0, 1]);
  });
});

describe("a ticket whose assistant never came back", () => {
  test("is asked for again with growing patience, then goes to people with the reason", async () => {
    const { ticketId } = await aTicket(desk, { to: home.mailbox.address }, { now: start });
    const asks: number[] = [];
    for (let passed = 1; passed <= 60; passed++) {
      await desk.db.update(tickets).set({ updatedAt: start }).where(eq(tickets.assistantState, "waiting"));
      const { requeued } = await sweepAssistant(at(passed));
      if (requeued > 0) asks.push(passed);
    }
    expect(asks).toEqual([2, 5, 10, 19]);
    const { ticket, events } = await look(desk, ticketId);
    expect(ticket).toMatchObject({ assistantState: "handed_off", handOffReason: "tool_failure" });
    expect(ticket.queueId).toBe(home.queue.id);
    expect(events.filter((event) => event.type === "assistant.handed_off")).toHaveLength(1);
  });

  test("is left alone when it has been sorted and owes nothing, or a person has solved it", async () => {
    const sorted = await aTicket(desk, { to: home.mailbox.address }, { now: start });
    await desk.db.update(tickets).set({ assistantState: "sorted" }).where(eq(tickets.id, sorted.ticketId));
    const solved = await aTicket(desk, { to: home.mailbox.address }, { now: start });
    await solveTicket(contextOn(desk, { actor: home.agent.actor }), { ticketId: solved.ticketId });
    expect(await sweepAssistant(at(600), { everything: true })).toEqual({ requeued: 0, handedToPeople: 0 });
  });
});

describe("clocks", () => {
  /** Sixty minutes to the first reply, counted around the clock, a warning at 80 %. */
  async function promise() {
    const [calendar] = await desk.db
      .insert(calendars)
      .values({ name: "always", timeZone: "UTC", spans: [], always: true })
      .returning();
    await desk.db.insert(slaPolicies).values({
      name: "Hour",
      position: 1,
      targets: { normal: { first_reply: 60 } },
      pausesOn: ["pending"],
      calendarId: calendar!.id,
    });
    return aTicket(desk, { to: home.mailbox.address }, { now: start });
  }
  const told = async (ticketId: string) =>
    (await look(desk, ticketId)).events
      .filter((event) => event.type.startsWith("clock."))
      .map(({ type, data }) => [type, data.clock, data.dueAt]);
  const due = minute(60).toISOString();

  test("warn once and breach once, with the true time", async () => {
    const { ticketId } = await promise();
    for (const passed of [10, 47, 48, 49, 59, 60, 61, 300]) await sweepClocks(at(passed));
    expect(await told(ticketId)).toEqual([
      ["clock.warned", "first_reply", due],
      ["clock.breached", "first_reply", due],
    ]);
  });

  test("are told after hours of downtime with the time it really happened, and without the missed warning", async () => {
    const { ticketId } = await promise();
    await sweepClocks(at(600));
    expect(await told(ticketId)).toEqual([["clock.breached", "first_reply", due]]);
    const { ticket, clocks } = await look(desk, ticketId);
    expect(ticket.breachedAt).toEqual(minute(60));
    expect(clocks.find((clock) => clock.kind === "first_reply")).toMatchObject({
      breachedAt: minute(60),
      nextActionAt: null,
    });
  });

  test("are told once by sweeps at the same time", async () => {
    const { ticketId } = await promise();
    await Promise.all([sweepClocks(at(61)), sweepClocks(at(61)), sweepClocks(at(61))]);
    expect(await told(ticketId)).toHaveLength(1);
  });

  test("that a person met in time say nothing", async () => {
    const { ticketId } = await promise();
    const answering = contextOn(desk, { actor: home.agent.actor, now: minute(30) });
    await replyToTicket(answering, { ticketId, body: "Here you are." });
    await sweepClocks(at(600));
    expect((await told(ticketId)).filter(([, clock]) => clock === "first_reply")).toEqual([]);
  });

  test("of one broken ticket do not hold up the others", async () => {
    const broken = await promise();
    const sound = await aTicket(desk, { to: home.mailbox.address }, { now: start });
    await desk.sql.unsafe(`
      create function refuse_it() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
      create trigger refuse_it before insert on ticket_events for each row
        when (new.ticket_id = '${broken.ticketId}') execute function refuse_it()`);
    await expect(sweepClocks(at(61))).rejects.toThrow("1 of 2 rows failed");
    await desk.sql`drop function refuse_it cascade`;
    expect(await told(broken.ticketId)).toHaveLength(0);
    expect(await told(sound.ticketId)).toHaveLength(1);
  });
});

describe("a solved ticket", () => {
  test("closes when its time has come, once, and never a moment before", async () => {
    const { ticketId } = await aTicket(desk, { to: home.mailbox.address }, { now: start });
    await solveTicket(contextOn(desk, { actor: home.agent.actor, now: start }), { ticketId });
    await desk.db
      .update(tickets)
      .set({ closesAt: minute(100) })
      .where(eq(tickets.id, ticketId));
    expect(await closeSolvedTickets(at(99))).toBe(0);
    expect(await closeSolvedTickets(at(100))).toBe(1);
    expect(await closeSolvedTickets(at(101))).toBe(0);
    const { ticket, events } = await look(desk, ticketId);
    expect(ticket).toMatchObject({ status: "closed", closesAt: null });
    expect(events.at(-1)).toMatchObject({
      type: "ticket.status_changed",
      data: { to: "closed", why: "silence" },
    });
  });
});

describe("the audit", () => {
  const note = async (ticketId: string, body: string) =>
    addNote(contextOn(desk, { actor: home.agent.actor }), { ticketId, body });

  test("is one unbroken chain, whoever seals and however often", async () => {
    const { ticketId } = await aTicket(desk, { to: home.mailbox.address });
    for (let n = 0; n < 5; n++) {
      await note(ticketId, `note ${n} 한글 "quoted"`);
      await Promise.all([sealAudit(contextOn(desk)), sealAudit(contextOn(desk))]);
    }
    await sealAudit(contextOn(desk));
    const rows = await desk.db.select().from(auditEntries).orderBy(auditEntries.seq);
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(1).map((row) => row.prevHash)).toEqual(rows.slice(0, -1).map((row) => row.hash));
    expect(await verifyAudit(desk.db)).toMatchObject({ intact: true, entries: rows.length });
  });

  test("puts a change that commits late after those that were sealed before it", async () => {
    const { ticketId } = await aTicket(desk, { to: home.mailbox.address });
    const late = desk.sql.begin(async (tx) => {
      await tx`insert into audit_entries (id, at, actor_kind, action, target)
               values ('00000000-0000-7000-8000-000000000001', now(), 'system', 'late.change', 'x')`;
      await note(ticketId, "meanwhile");
      await sealAudit(contextOn(desk));
    });
    await late;
    await sealAudit(contextOn(desk));
    const [last] = await desk.sql`select action from audit_entries order by seq desc limit 1`;
    expect(last).toMatchObject({ action: "late.change" });
    expect(await verifyAudit(desk.db)).toMatchObject({ intact: true });
  });

  test.each([
    [
      "a changed row",
      "update audit_entries set data = '{\"x\": 1}' where seq = 2",
      { brokenAt: 2, why: "changed" },
    ],
    [
      "a changed name",
      "update audit_entries set actor_id = 'me' where seq = 3",
      { brokenAt: 3, why: "changed" },
    ],
    ["a missing row", "delete from audit_entries where seq = 2", { brokenAt: 2, why: "missing" }],
  ])("shows %s", async (_, tampering, verdict) => {
    const { ticketId } = await aTicket(desk, { to: home.mailbox.address });
    for (let n = 0; n < 3; n++) await note(ticketId, `note ${n}`);
    await sealAudit(contextOn(desk));
    await desk.sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx.unsafe(tampering);
    });
    expect(await verifyAudit(desk.db)).toMatchObject({ intact: false, ...verdict });
  });

  test("cannot be changed by the ordinary way", async () => {
    await aTicket(desk, { to: home.mailbox.address });
    await sealAudit(contextOn(desk));
    await expect(desk.sql`update audit_entries set action = 'nothing' where seq = 1`).rejects.toThrow(
      /never changed/,
    );
    await expect(desk.sql`delete from audit_entries where seq = 1`).rejects.toThrow(/never changed/);
  });
});

describe("old records", () => {
  test("go when they have served, and nothing else does", async () => {
    await desk.sql`
      insert into outbox (id, job, payload, run_at, dispatched_at) values
        (gen_random_uuid(), 'a', '{}', now(), now() - interval '25 hours'),
        (gen_random_uuid(), 'b', '{}', now(), now() - interval '1 hour'),
        (gen_random_uuid(), 'c', '{}', now() - interval '3 days', null)`;
    await desk.sql`insert into rate_limits (key, window_start) values ('x', now() - interval '2 days'), ('y', now())`;
    await desk.sql`
      insert into idempotency_keys (owner, key, body_hash, created_at)
      values ('o', 'old', '', now() - interval '26 hours'), ('o', 'new', '', now())`;
    expect(await pruneRecords(contextOn(desk))).toMatchObject({
      outbox: 1,
      rate_limits: 1,
      idempotency_keys: 1,
    });
    const left = await desk.sql`select job from outbox order by job`;
    expect(left.map((row) => row.job)).toEqual(["b", "c"]);
  });
});
