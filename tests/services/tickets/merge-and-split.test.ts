import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mergeTickets, undoMerge } from "#lib/services/tickets/merge-tickets.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { splitTicket } from "#lib/services/tickets/split-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, contextOn, short } from "#tests/support/factories.ts";
import { aTicket, deliver, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let to: string;
let agent: Awaited<ReturnType<typeof aDesk>>["agent"];
beforeAll(async () => {
  desk = await createTestDatabase();
});
afterAll(() => desk.drop());
beforeEach(async () => {
  const base = await aDesk(desk);
  to = base.mailbox.address;
  agent = base.agent;
});

const asAgent = (minute = 0) =>
  contextOn(desk, { actor: agent.actor, now: new Date(Date.UTC(2026, 10, 23, 3, minute)) });
const at = (minute: number) => ({ now: new Date(Date.UTC(2026, 10, 23, 2, minute)) });

/** Two tickets of one customer: the first answered, the second waiting. */
async function twoTickets() {
  const from = `kim-${short()}@customer.example`;
  const first = await aTicket(desk, { from, to, subject: "Parcel" }, at(0));
  await replyToTicket(asAgent(0), { ticketId: first.ticketId, body: "It is on its way." });
  const second = await aTicket(desk, { from, to, subject: "Parcel again", body: "Still nothing!" }, at(59));
  const [a, b] = [await look(desk, first.ticketId), await look(desk, second.ticketId)];
  return { from, a: a.ticket, b: b.ticket };
}

const merge = (b: { id: string }, a: { number: number }, more = {}) =>
  mergeTickets(asAgent(5), { ticketId: b.id, intoNumber: a.number, ...more });

describe("merging", () => {
  test("moves the words, keeps both numbers and goes on counting what is waited for", async () => {
    const { a, b } = await twoTickets();
    expect(await merge(b, a)).toEqual({ ticketId: b.id, intoId: a.id, intoNumber: a.number });

    const [target, source] = [await look(desk, a.id), await look(desk, b.id)];
    expect(target.messages.map((message) => message.body)).toContain("Still nothing!");
    expect(source.messages).toEqual([]);
    expect(source.ticket).toMatchObject({ mergedIntoId: a.id, status: "closed", waitingSince: null });
    expect(target.ticket.waitingSince).toEqual(b.waitingSince);
    expect(source.clocks.filter((clock) => clock.state === "running")).toEqual([]);
    expect(source.events.at(-1)?.type).toBe("ticket.merged");
    expect(target.events.map((event) => event.type)).toContain("ticket.merged_in");
  });

  test("later mail to the merged number goes to the target", async () => {
    const { from, a, b } = await twoTickets();
    const before = await look(desk, b.id);
    await merge(b, a);
    const reply = aMail({ from, to, headers: [`In-Reply-To: <${before.messages[0]!.messageId}>`] });
    expect(await deliver(desk, reply, { to: [to], ...at(100) })).toMatchObject({ ticketId: a.id });
  });

  test("is taken back whole, and what came since stays", async () => {
    const { from, a, b } = await twoTickets();
    const before = [await look(desk, a.id), await look(desk, b.id)] as const;
    await merge(b, a);
    const later = aMail({
      from,
      to,
      body: "since",
      headers: [`In-Reply-To: <${before[1].messages[0]!.messageId}>`],
    });
    await deliver(desk, later, { to: [to], ...at(68) });
    await undoMerge(asAgent(9), { ticketId: b.id });

    const after = [await look(desk, a.id), await look(desk, b.id)] as const;
    expect(after[1].messages).toEqual(before[1].messages);
    expect(after[1].ticket).toMatchObject({
      mergedIntoId: null,
      status: before[1].ticket.status,
      waitingSince: before[1].ticket.waitingSince,
    });
    const states = (clocks: (typeof before)[1]["clocks"]) =>
      clocks.map(({ kind, state }) => [kind, state]).sort();
    expect(states(after[1].clocks)).toEqual(states(before[1].clocks));
    expect(after[0].messages.map((message) => message.body)).toEqual([
      ...before[0].messages.map((message) => message.body),
      "since",
    ]);
    await expect(undoMerge(asAgent(9), { ticketId: b.id })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("asks before two customers share a conversation", async () => {
    const { a } = await twoTickets();
    const { b } = await twoTickets();
    await expect(merge(b, a)).rejects.toMatchObject({ kind: "invalid" });
    await merge(b, a, { acrossCustomers: true });
    expect((await look(desk, a.id)).ticket.customerId).toBe(a.customerId);
  });

  test.each([
    ["into itself", async ({ a }: Pair) => merge(a, a), "invalid"],
    ["into nothing", async ({ a }: Pair) => merge(a, { number: 999_999_999 }), "not_found"],
    ["twice", async ({ a, b }: Pair) => merge(b, a).then(() => merge(b, a)), "conflict"],
    ["in a circle", async ({ a, b }: Pair) => merge(b, a).then(() => merge(a, b)), "conflict"],
  ])("does not go %s", async (_, act, kind) => {
    await expect(act(await twoTickets())).rejects.toMatchObject({ kind });
  });

  test("of two at once, one wins", async () => {
    const { a, b } = await twoTickets();
    const results = await Promise.allSettled([merge(a, b), merge(b, a)]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

type Pair = Awaited<ReturnType<typeof twoTickets>>;

describe("splitting", () => {
  test("gives the words a ticket of their own, whose clocks count from when they were written", async () => {
    const { a, b } = await twoTickets();
    await merge(b, a);
    const asked = (await look(desk, a.id)).messages.find((message) => message.body === "Still nothing!")!;
    const { ticketId, number } = await splitTicket(asAgent(9), { ticketId: a.id, messageIds: [asked.id] });

    const [source, made] = [await look(desk, a.id), await look(desk, ticketId)];
    expect(made.messages.map((message) => message.id)).toEqual([asked.id]);
    expect(made.ticket).toMatchObject({ number, followUpOfId: a.id, customerId: a.customerId });
    expect(made.ticket.waitingSince).toEqual(asked.createdAt);
    expect(made.clocks.find((clock) => clock.kind === "first_reply")?.startedAt).toEqual(asked.createdAt);
    expect(source.ticket.waitingSince).toBeNull();
    expect(source.events.at(-1)).toMatchObject({ type: "ticket.split", data: { number } });

    const back = await mergeTickets(asAgent(10), { ticketId, intoNumber: a.number });
    expect((await look(desk, back.intoId)).messages.map((message) => message.id)).toContain(asked.id);
  });

  test("leaves something behind, and takes only what is there", async () => {
    const { a, b } = await twoTickets();
    const [all, other] = [(await look(desk, a.id)).messages, (await look(desk, b.id)).messages];
    const split = (ids: string[]) => splitTicket(asAgent(9), { ticketId: a.id, messageIds: ids });
    await expect(split(all.map((message) => message.id))).rejects.toMatchObject({ kind: "invalid" });
    await expect(split(other.map((message) => message.id))).rejects.toMatchObject({ kind: "invalid" });
  });
});
