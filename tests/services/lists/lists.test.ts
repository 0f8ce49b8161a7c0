import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bulkChangeTickets, messageMentions, outbox, ticketEvents, tickets } from "#db/schema/index.ts";
import { readBulkChange } from "#lib/reads/bulk-change.ts";
import { readInbox } from "#lib/reads/inbox.ts";
import { InboxFilter } from "#lib/reads/inbox-filter.ts";
import { readSavedViews } from "#lib/reads/saved-views.ts";
import { readShell } from "#lib/reads/shell.ts";
import { goOnWithBulkChange } from "#lib/services/bulk/go-on-with-bulk-change.ts";
import { startBulkChange } from "#lib/services/bulk/start-bulk-change.ts";
import { undoBulkChange } from "#lib/services/bulk/undo-bulk-change.ts";
import { changeView, deleteView, saveView } from "#lib/services/lists/save-view.ts";
import { eraseTrash, trashDays } from "#lib/services/sweeps/erase-trash.ts";
import { wakeSnoozed } from "#lib/services/sweeps/wake-snoozed.ts";
import { addNote } from "#lib/services/tickets/add-note.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { snoozeTicket, unsnoozeTicket } from "#lib/services/tickets/snooze-ticket.ts";
import { restoreTicket, trashTicket } from "#lib/services/tickets/trash-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, anAgent, contextOn } from "#tests/support/factories.ts";
import { aTicket, deliver, look } from "#tests/support/tickets.ts";

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

const me = (now?: Date) => contextOn(desk, { actor: home.agent.actor, ...(now && { now }) });
const system = (now?: Date) => contextOn(desk, now ? { now } : {});
const arrives = (subject = "Where is it?", from?: string) =>
  aTicket(desk, { to: home.mailbox.address, subject, ...(from && { from }) });
const list = async (filter: Record<string, string> = {}, ctx = me()) =>
  (await readInbox(ctx, InboxFilter.parse(filter))).tickets.map(({ id }) => id);
const rowOf = async (id: string) => (await desk.db.select().from(tickets).where(eq(tickets.id, id)))[0]!;
const in5 = () => new Date(Date.now() + 300_000);

describe("a snoozed ticket", () => {
  test("leaves its lists and wakes exactly once when its time comes, whoever sweeps", async () => {
    const { ticketId } = await arrives();
    await snoozeTicket(me(), { ticketId, until: in5() });
    expect(await list()).toEqual([]);
    expect(await list({ view: "snoozed" })).toEqual([ticketId]);
    expect(await wakeSnoozed(system())).toBe(0);
    const later = new Date(Date.now() + 400_000);
    await Promise.all([1, 2, 3].map(() => wakeSnoozed(system(later))));
    expect(await list()).toEqual([ticketId]);
    const { events } = await look(desk, ticketId);
    expect(events.filter(({ type }) => type === "ticket.woke")).toMatchObject([{ data: { why: "time" } }]);
  });

  test("wakes when the customer writes, or by hand, and not by a note", async () => {
    const from = "Ana <ana@customer.example>";
    const { ticketId } = await arrives("Tent", from);
    await snoozeTicket(me(), { ticketId, until: null });
    await addNote(me(), { ticketId, body: "We look." });
    expect((await rowOf(ticketId)).lane).toBe("snoozed");
    const { messages } = await look(desk, ticketId);
    const headers = [`In-Reply-To: <${messages[0]!.messageId}>`];
    await deliver(desk, aMail({ from, to: home.mailbox.address, subject: "Re: Tent", headers }), {
      to: [home.mailbox.address],
    });
    expect(await rowOf(ticketId)).toMatchObject({ lane: "inbox", snoozedAt: null });
    await snoozeTicket(me(), { ticketId, until: in5() });
    await unsnoozeTicket(me(), { ticketId });
    expect((await rowOf(ticketId)).lane).toBe("inbox");
  });

  test("is refused for what is past, too far, or solved", async () => {
    const { ticketId } = await arrives();
    for (const until of [new Date(0), new Date("2999-01-01")]) {
      await expect(snoozeTicket(me(), { ticketId, until })).rejects.toMatchObject({ kind: "invalid" });
    }
    await changeTicket(me(), { ticketId, status: "solved" });
    await expect(snoozeTicket(me(), { ticketId, until: null })).rejects.toMatchObject({ kind: "conflict" });
  });
});

test("the trash gives a ticket back as it was, and erases it with its time over, its mail ledger kept", async () => {
  const { ticketId } = await arrives();
  await trashTicket(me(), { ticketId });
  expect([await list(), await list({ view: "trash" })]).toEqual([[], [ticketId]]);
  const { clocks } = await look(desk, ticketId);
  expect(clocks.every(({ state }) => state !== "running")).toBe(true);
  await restoreTicket(me(), { ticketId });
  expect(await list()).toEqual([ticketId]);

  await trashTicket(me(), { ticketId });
  expect(await eraseTrash(system())).toBe(0);
  expect(await eraseTrash(system(new Date(Date.now() + (trashDays + 1) * 86_400_000)))).toBe(1);
  expect(await desk.db.select().from(tickets)).toEqual([]);
  expect(await desk.db.select().from(ticketEvents).where(eq(ticketEvents.ticketId, ticketId))).toEqual([]);
  const ledger = await desk.sql`select ticket_id from inbound_emails`;
  expect(ledger).toMatchObject([{ ticket_id: null }]);
});

test("mentions are listed for the one who was called, and counted until they are seen", async () => {
  const { ticketId, messageId } = await arrives();
  const other = await anAgent(desk);
  await desk.db
    .insert(messageMentions)
    .values({ messageId, ticketId, agentId: home.agent.id, at: new Date() });
  expect(await list({ view: "mentions" })).toEqual([ticketId]);
  expect(await list({ view: "mentions" }, contextOn(desk, { actor: other.actor }))).toEqual([]);
  expect((await readShell(me(), home.agent)).counts.mentions).toBe(1);
  await desk.db.update(messageMentions).set({ seenAt: new Date() });
  expect((await readShell(me(), home.agent)).counts.mentions).toBe(0);
});

describe("a bulk change", () => {
  async function run(bulkChangeId: string) {
    while ((await goOnWithBulkChange(system(), bulkChangeId)) === 200);
  }

  test("of a whole list is done by a job, tells its progress, and is taken back ticket by ticket", async () => {
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push((await arrives(`Parcel ${n}`)).ticketId);
    await arrives("Other");
    const [first, second] = ids as [string, string];
    await changeTicket(me(), { ticketId: first, priority: "high" });
    const { bulkChangeId, total } = await startBulkChange(me(), {
      tickets: { filter: { view: "team", q: "parcel" } },
      change: { status: "solved", priority: "urgent", assigneeId: home.agent.id, addTags: ["storm"] },
    });
    expect(total).toBe(5);
    expect(await desk.db.select().from(outbox).where(eq(outbox.job, "tickets.bulk_change"))).toHaveLength(1);
    expect(await readBulkChange(me())).toMatchObject({ state: "running", total: 5, waiting: 5 });
    await Promise.all([run(bulkChangeId), run(bulkChangeId)]);
    expect(await readBulkChange(me())).toMatchObject({ state: "done", changed: 5, refused: 0, waiting: 0 });
    for (const id of ids) {
      expect(await rowOf(id)).toMatchObject({ status: "solved", priority: "urgent", tags: ["storm"] });
      const { events } = await look(desk, id);
      expect(events.filter(({ type }) => type === "ticket.status_changed")).toMatchObject([
        { actorKind: "agent", actorId: home.agent.id },
      ]);
    }

    await changeTicket(me(), { ticketId: second, priority: "low" });
    await undoBulkChange(me(), { bulkChangeId });
    await run(bulkChangeId);
    expect(await readBulkChange(me())).toMatchObject({ state: "undone", changed: 4, refused: 1 });
    expect(await rowOf(first)).toMatchObject({
      status: "open",
      priority: "high",
      tags: [],
      assigneeId: null,
    });
    expect(await rowOf(second)).toMatchObject({ status: "solved", priority: "low" });
    await expect(undoBulkChange(me(), { bulkChangeId })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("keeps what it could not do apart from what it did", async () => {
    const { ticketId: open } = await arrives();
    const { ticketId: closed } = await arrives();
    await desk.db.update(tickets).set({ status: "closed" }).where(eq(tickets.id, closed));
    const { bulkChangeId } = await startBulkChange(me(), {
      tickets: { ids: [open, closed] },
      change: { status: "pending" },
    });
    await run(bulkChangeId);
    const rows = await desk.db.select().from(bulkChangeTickets);
    expect(rows.find((row) => row.ticketId === closed)).toMatchObject({ outcome: "refused" });
    expect(rows.find((row) => row.ticketId === open)).toMatchObject({
      outcome: "changed",
      before: { status: "new" },
    });
  });

  test("is refused for nothing, and is another's own to take back", async () => {
    await expect(
      startBulkChange(me(), { tickets: { filter: { view: "mine" } }, change: { status: "solved" } }),
    ).rejects.toMatchObject({ kind: "invalid" });
    await arrives();
    const { bulkChangeId } = await startBulkChange(me(), {
      tickets: { filter: {} },
      change: { trashed: true },
    });
    const other = await anAgent(desk);
    await expect(
      undoBulkChange(contextOn(desk, { actor: other.actor }), { bulkChangeId }),
    ).rejects.toMatchObject({ kind: "conflict" });
  });
});

test("a saved view counts what it lists, is its owner's alone unless shared, and sharing needs the right", async () => {
  await changeTicket(me(), { ticketId: (await arrives("One")).ticketId, priority: "urgent", tags: ["vip"] });
  await arrives("Two");
  const filter = { view: "team" as const, priority: "urgent" as const, tag: "vip" };
  const view = await saveView(me(), { name: "급한 단골", filter });
  expect(await readSavedViews(me())).toMatchObject([{ name: "급한 단골", count: 1, shared: false }]);
  const other = await anAgent(desk);
  const theirs = contextOn(desk, { actor: other.actor });
  expect(await readSavedViews(theirs)).toEqual([]);
  await expect(deleteView(theirs, { viewId: view.id })).rejects.toMatchObject({ kind: "not_found" });
  await expect(saveView(theirs, { name: "x", filter, shared: true })).rejects.toMatchObject({
    kind: "forbidden",
  });
  const manager = await anAgent(desk, { role: "manager" });
  const boss = contextOn(desk, { actor: manager.actor });
  const shared = await saveView(boss, { name: "VIP", filter, shared: true });
  expect(await readSavedViews(theirs)).toMatchObject([{ name: "VIP", count: 1 }]);
  await changeView(boss, { viewId: shared.id, name: "VIPs", filter: { view: "team" }, shared: true });
  expect(await readSavedViews(theirs)).toMatchObject([{ name: "VIPs", count: 2 }]);
});
