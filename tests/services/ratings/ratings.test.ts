import { and, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { customers, outboundEmails, ratings, ticketEvents, tickets } from "#db/schema/index.ts";
import { countTickets } from "#lib/metrics/count-tickets.ts";
import { ratedOfAsked, satisfactionByAnswerer } from "#lib/metrics/satisfaction.ts";
import { listRatings, RatingsQuery } from "#lib/reads/api/ratings.ts";
import { readOwnRating, readSatisfaction } from "#lib/reads/rating.ts";
import { blockCustomer } from "#lib/services/customers/block-customer.ts";
import { askForRatings } from "#lib/services/ratings/ask-for-ratings.ts";
import { rateTicket } from "#lib/services/ratings/rate-ticket.ts";
import { saveRatingSettings } from "#lib/services/ratings/rating-settings.ts";
import { judgeCategories } from "#lib/services/settings/judged-answers.ts";
import { changeTicket } from "#lib/services/tickets/change-ticket.ts";
import { mergeTickets } from "#lib/services/tickets/merge-tickets.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { solveTicket } from "#lib/services/tickets/solve-ticket.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { aCategory, aDesk, aMail, contextOn, short } from "#tests/support/factories.ts";
import { aTicket, deliver } from "#tests/support/tickets.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());
beforeEach(() => desk.clear());

const start = new Date("2026-11-02T09:00:00Z");
const after = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const at = (hours: number) => contextOn(desk, { now: after(hours) });

async function open(mail: Partial<Parameters<typeof aMail>[0]> = {}) {
  const { mailbox, agent } = await aDesk(desk);
  await saveRatingSettings(at(0), { ask: "mail", delayHours: 24 });
  const from = `kim-${short()}@customer.example`;
  const { ticketId } = await aTicket(desk, { from, to: mailbox.address, ...mail }, { now: start });
  const [ticket] = await desk.db.select().from(tickets).where(eq(tickets.id, ticketId));
  const customerId = ticket!.customerId;
  const asAgent = (hours: number) => contextOn(desk, { actor: agent.actor, now: after(hours) });
  return {
    ticketId,
    customerId,
    from,
    agent,
    mailbox,
    asAgent,
    asCustomer: (hours: number) =>
      contextOn(desk, { actor: { kind: "customer", id: customerId, ticketId }, now: after(hours) }),
    solve: (hours: number) =>
      replyToTicket(asAgent(hours), { ticketId, body: "It leaves today.", status: "solved" }),
  };
}

const questions = async (ticketId: string) =>
  (await desk.db.select().from(outboundEmails).where(eq(outboundEmails.ticketId, ticketId))).filter(
    ({ causeId }) => causeId.startsWith("rating:"),
  );
const kept = async (ticketId: string) => desk.db.select().from(ratings).where(eq(ratings.ticketId, ticketId));

test("a customer is asked once a solving, some hours after it, with a link for either answer", async () => {
  const { ticketId, from, solve } = await open();
  await solve(1);
  await askForRatings(at(24));
  expect(await questions(ticketId)).toEqual([]);
  await Promise.all([askForRatings(at(25)), askForRatings(at(25))]);
  await askForRatings(at(26));
  const [mail, ...more] = await questions(ticketId);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ automatic: true, to: [{ address: from }], state: "queued" });
  expect(mail!.body).toMatch(/\/help\/t\/[\w-]+\/rate\?score=good\n[\s\S]*\/rate\?score=bad\n/);
  expect(await kept(ticketId)).toMatchObject([{ answeredBy: "agent", askedAt: after(25), score: null }]);
  const scope = { from: start, to: after(100), now: after(100) };
  expect(await countTickets(at(100), scope, ratedOfAsked)).toEqual({ value: 0, of: 1 });
});

test("reopening withdraws the question, the one that is due as well as the one that has not left", async () => {
  const { ticketId, asAgent, solve } = await open();
  await solve(1);
  await changeTicket(asAgent(2), { ticketId, status: "open" });
  await askForRatings(at(30));
  expect(await questions(ticketId)).toEqual([]);

  await solve(31);
  await askForRatings(at(56));
  expect(await questions(ticketId)).toHaveLength(1);
  await changeTicket(asAgent(56.5), { ticketId, status: "open" });
  expect(await questions(ticketId)).toEqual([]);
  expect((await kept(ticketId)).map(({ askedAt, notAsked }) => ({ askedAt, notAsked }))).toEqual([
    { askedAt: null, notAsked: "reopened" },
    { askedAt: null, notAsked: "reopened" },
  ]);
});

test.each([
  [
    "spam",
    (t: Awaited<ReturnType<typeof open>>) =>
      changeTicket(t.asAgent(2), { ticketId: t.ticketId, isSpam: true }),
  ],
  [
    "merged",
    async (t: Awaited<ReturnType<typeof open>>) => {
      const other = await aTicket(desk, { from: t.from, to: t.mailbox.address }, { now: start });
      const [into] = await desk.db.select().from(tickets).where(eq(tickets.id, other.ticketId));
      await mergeTickets(t.asAgent(2), { ticketId: t.ticketId, intoNumber: into!.number });
    },
  ],
  [
    "blocked",
    (t: Awaited<ReturnType<typeof open>>) =>
      blockCustomer(t.asAgent(2), { customerId: t.customerId, blocked: true }),
  ],
  ["switched off since", () => saveRatingSettings(at(2), { ask: "page", delayHours: 24 })],
])("nobody is asked by mail about a ticket that is %s", async (_, happens) => {
  const ticket = await open();
  await ticket.solve(1);
  await happens(ticket);
  await askForRatings(at(30));
  expect(await questions(ticket.ticketId)).toEqual([]);
});

test("neither a machine's ticket nor one that nobody answered is asked about", async () => {
  const machine = await open({ headers: ["List-Id: <news.example>", "Precedence: list"] });
  await machine.solve(1);
  const silent = await open();
  await solveTicket(silent.asAgent(1), { ticketId: silent.ticketId });
  await askForRatings(at(30));
  expect(await questions(machine.ticketId)).toEqual([]);
  expect(await questions(silent.ticketId)).toEqual([]);
  expect((await readOwnRating(silent.asCustomer(30)))?.open).toBe(false);
});

test("the limits for automatic mail hold for questions, too", async () => {
  const first = await open();
  await first.solve(1);
  for (let n = 0; n < 3; n++) {
    const raw = aMail({ from: first.from, to: first.mailbox.address, subject: `Another ${n}` });
    const { ticketId } = await deliver(desk, raw, { to: [first.mailbox.address], now: start });
    await replyToTicket(first.asAgent(1), { ticketId: ticketId!, body: "Yes.", status: "solved" });
  }
  await askForRatings(at(25));
  const asked = (await desk.db.select().from(outboundEmails)).filter(({ causeId }) =>
    causeId.startsWith("rating:"),
  );
  expect(asked).toHaveLength(2);
  const rows = await desk.db.select().from(ratings);
  expect(rows.filter(({ notAsked }) => notAsked === "hourly_cap")).toHaveLength(2);
});

test("a rating is kept once a solving, may change, says who answered, and stays when the ticket opens again", async () => {
  const { ticketId, customerId, agent, asAgent, asCustomer, solve } = await open();
  await expect(rateTicket(asCustomer(0.5), { ticketId, score: "good" })).rejects.toMatchObject({
    kind: "conflict",
  });
  await solve(1);
  await rateTicket(asCustomer(2), { ticketId, score: "good" });
  await rateTicket(asCustomer(2), { ticketId, score: "good" });
  await rateTicket(asCustomer(3), { ticketId, score: "bad", comment: " It broke again. " });
  await askForRatings(at(30));
  expect(await questions(ticketId)).toEqual([]);
  expect(await kept(ticketId)).toMatchObject([
    { score: "bad", comment: "It broke again.", answeredBy: "agent", agentId: agent.id, askedAt: null },
  ]);
  const said = await desk.db
    .select({ by: ticketEvents.actorKind, data: ticketEvents.data })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticketId), eq(ticketEvents.type, "ticket.rated")));
  expect(said).toMatchObject([
    { by: "customer", data: { score: "good", before: null } },
    { by: "customer", data: { score: "bad", before: "good" } },
  ]);

  await changeTicket(asAgent(31), { ticketId, status: "open" });
  await expect(rateTicket(asCustomer(31), { ticketId, score: "good" })).rejects.toMatchObject({
    kind: "conflict",
  });
  await solve(32);
  await rateTicket(asCustomer(33), { ticketId, score: "good" });
  expect(await readSatisfaction(at(33), customerId)).toMatchObject({
    good: 1,
    rated: 2,
    newest: { comment: "It broke again.", score: "bad" },
  });
  const scope = { from: after(0), to: after(100), now: after(100) };
  expect(await satisfactionByAnswerer(at(100), scope)).toEqual([
    { answeredBy: "agent", agentId: agent.id, name: "Mina", good: 1, rated: 2, asked: 0 },
  ]);
  const query = (more: object) => RatingsQuery.parse({ limit: 1, ...more });
  const first = await listRatings(at(100), query({}));
  const second = await listRatings(at(100), query({ cursor: first.nextCursor }));
  expect([...first.data, ...second.data]).toMatchObject([{ score: "good" }, { score: "bad" }]);
  expect(second.nextCursor).toBeNull();
});

test("only the requester of the ticket rates it, and not while the desk does not ask or has blocked them", async () => {
  const mine = await open();
  const theirs = await open();
  await theirs.solve(1);
  const stranger = rateTicket(mine.asCustomer(2), { ticketId: theirs.ticketId, score: "bad" });
  await expect(stranger).rejects.toMatchObject({ kind: "not_found" });
  const agent = rateTicket(theirs.asAgent(2), { ticketId: theirs.ticketId, score: "good" });
  await expect(agent).rejects.toMatchObject({ kind: "forbidden" });
  await desk.db.update(customers).set({ blockedAt: start }).where(eq(customers.id, theirs.customerId));
  const blocked = rateTicket(theirs.asCustomer(2), { ticketId: theirs.ticketId, score: "good" });
  await expect(blocked).rejects.toMatchObject({ kind: "conflict" });
  await desk.db.update(customers).set({ blockedAt: null }).where(eq(customers.id, theirs.customerId));
  await saveRatingSettings(at(2), { ask: "off", delayHours: 24 });
  const off = rateTicket(theirs.asCustomer(2), { ticketId: theirs.ticketId, score: "good" });
  await expect(off).rejects.toMatchObject({ kind: "conflict" });
});

test("a bad rating of the assistant's answer counts against it, until the customer changes it", async () => {
  const { ticketId, asCustomer, solve } = await open();
  const category = await aCategory(desk);
  await solve(1);
  await desk.db.update(tickets).set({ categoryId: category.id }).where(eq(tickets.id, ticketId));
  await rateTicket(asCustomer(2), { ticketId, score: "bad" });
  await desk.db.update(ratings).set({ answeredBy: "assistant" }).where(eq(ratings.ticketId, ticketId));
  const stretch = { from: after(-1), to: after(100), now: after(100) };
  expect(await judgeCategories(at(100), stretch)).toMatchObject([{ judged: 1, right: 0 }]);
  await desk.db.update(ratings).set({ score: "good" }).where(eq(ratings.ticketId, ticketId));
  expect(await judgeCategories(at(100), stretch)).toMatchObject([{ judged: 1, right: 1 }]);
});
