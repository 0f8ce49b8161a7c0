import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ticketSearch } from "#db/schema/index.ts";
import { listApiTickets, TicketsQuery } from "#lib/reads/api/list-tickets.ts";
import { readInbox } from "#lib/reads/inbox.ts";
import { InboxFilter } from "#lib/reads/inbox-filter.ts";
import { fillSearch } from "#lib/services/search/fill-search.ts";
import { learnWords } from "#lib/services/search/learn-words.ts";
import { addNote } from "#lib/services/tickets/add-note.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { mergeTickets, undoMerge } from "#lib/services/tickets/merge-tickets.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, contextOn } from "#tests/support/factories.ts";
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

const me = () => contextOn(desk, { actor: home.agent.actor });
const arrives = (subject: string, body: string, from?: string) =>
  aTicket(desk, { to: home.mailbox.address, subject, body, ...(from && { from }) });
const search = (q: string) => readInbox(me(), InboxFilter.parse({ q }));
const ids = async (q: string) => (await search(q)).tickets.map(({ id }) => id);

describe("a search", () => {
  test("finds words of both languages wherever they stand, titles first, then the newest", async () => {
    const inBody = await arrives("Question", "When do I get my refund?");
    const inTitle = await arrives("Refund", "Please.");
    const newer = await arrives("Another", "Refunded, thanks");
    const korean = await arrives("문의", "환불요청 드립니다");
    expect(await ids("refunds")).toEqual([inTitle.ticketId, newer.ticketId, inBody.ticketId]);
    for (const q of ["환불", "환불을", "환불 요청", "환불해주세요"])
      expect(await ids(q)).toEqual([korean.ticketId]);
    expect(await ids("환불 배송")).toEqual([]);
  });

  test("sees in the same moment what was noted, tagged, renamed, merged and taken back", async () => {
    const one = await arrives("One", "alpha");
    const two = await arrives("Two", "bravo");
    await addNote(me(), { ticketId: one.ticketId, body: "Compare zebra." });
    await changeTicket(me(), { ticketId: one.ticketId, tags: ["giraffe"], subject: "An ocelot" });
    for (const q of ["zebra", "giraffe", "ocelot"]) expect(await ids(q)).toEqual([one.ticketId]);
    const { ticket } = await look(desk, two.ticketId);
    await mergeTickets(me(), { ticketId: one.ticketId, intoNumber: ticket.number, acrossCustomers: true });
    expect(await ids("zebra")).toEqual([two.ticketId]);
    await undoMerge(me(), { ticketId: one.ticketId });
    expect(await ids("zebra")).toEqual([one.ticketId]);
  });

  test("forgives a mistake in either language, and says what it looked for", async () => {
    const english = await arrives("Late delivery", "It is late.");
    const korean = await arrives("배송 문의", "배송이 늦어요");
    while ((await learnWords(contextOn(desk))) > 0);
    for (const [typed, meant, found] of [
      ["delivrey", "delivery", english],
      ["배숑", "배송", korean],
    ] as const) {
      const result = await search(typed);
      expect(result.tickets.map(({ id }) => id)).toEqual([found.ticketId]);
      expect(result.corrected).toBe(meant);
    }
    expect(await search("delivery")).toMatchObject({ corrected: null });
    expect(await search("xyzzyx")).toMatchObject({ corrected: null, tickets: [] });
  });

  test("obeys its operators, alone and together", async () => {
    const mina = await arrives("환불 문의", "refund", "Mina <mina@one.example>");
    const liam = await arrives("Refund", "refund", "Liam <liam@two.example>");
    await changeTicket(me(), {
      ticketId: liam.ticketId,
      status: "solved",
      priority: "urgent",
      assigneeId: home.agent.id,
    });
    const both = [liam.ticketId, mina.ticketId];
    expect((await ids("refund")).sort()).toEqual([...both].sort());
    expect(await ids("refund from:mina")).toEqual([mina.ticketId]);
    expect(await ids("from:liam@two.example")).toEqual([liam.ticketId]);
    expect(await ids("refund status:solved")).toEqual([liam.ticketId]);
    expect(await ids("상태:해결됨 우선순위:긴급")).toEqual([liam.ticketId]);
    expect(await ids("refund assignee:me")).toEqual([liam.ticketId]);
    expect(await ids("refund is:unassigned")).toEqual([mina.ticketId]);
    expect((await ids(`refund to:${home.mailbox.address}`)).sort()).toEqual([...both].sort());
    expect(await ids("refund before:2001")).toEqual([]);
    expect(await ids("refund has:attachment")).toEqual([]);
  });

  test("marks what it found, and shows where it stands", async () => {
    await arrives("Question", "refund first");
    const [first] = await ids("refund");
    for (const body of ["nothing here", "nor here"]) await addNote(me(), { ticketId: first!, body });
    const [row] = (await search("refund")).tickets;
    expect(row!.found!.preview).toContainEqual({ text: "refund", hit: true });
  });

  test("pages through everything exactly once, also by the API", async () => {
    for (let n = 0; n < 7; n++) await arrives(n % 2 ? `Refund ${n}` : `Other ${n}`, "about a refund");
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query = TicketsQuery.parse({ q: "refund", limit: "2", ...(cursor && { cursor }) });
      const page = await listApiTickets(me(), query);
      seen.push(...(page.data as { id: string }[]).map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  test("finds tickets of before it was there, once they were gone through", async () => {
    const { ticketId } = await arrives("Old", "a mammoth");
    await desk.db.delete(ticketSearch);
    expect(await ids("mammoth")).toEqual([]);
    await fillSearch(contextOn(desk));
    expect(await ids("mammoth")).toEqual([ticketId]);
    expect(await fillSearch(contextOn(desk))).toBe(0);
  });

  test("is nobody's who may not read tickets", async () => {
    const customer = { kind: "customer" as const, id: home.agent.id, ticketId: null };
    await expect(
      readInbox(contextOn(desk, { actor: customer }), InboxFilter.parse({ q: "x" })),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});
