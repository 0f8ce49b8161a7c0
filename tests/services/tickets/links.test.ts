import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { incidentAnswers, outbox, type tickets } from "#db/schema/index.ts";
import { readLinks } from "#lib/reads/ticket-links.ts";
import {
  answerIncidents,
  answerNextIncidents,
  retryIncidentAnswer,
} from "#lib/services/links/answer-incidents.ts";
import { createFollowUp } from "#lib/services/links/create-follow-up.ts";
import { linkTickets, unlinkTickets } from "#lib/services/links/link-tickets.ts";
import { mergeTickets } from "#lib/services/tickets/merge-tickets.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, contextOn, short } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let to: string;
let agent: Awaited<ReturnType<typeof aDesk>>["agent"];
beforeAll(async () => {
  desk = await createTestDatabase();
  const { mailbox, agent: mina } = await aDesk(desk);
  to = mailbox.address;
  agent = mina;
});
afterAll(() => desk.drop());
const mina = () => contextOn(desk, { actor: agent.actor });

async function some(n: number) {
  const made = await Promise.all(
    Array.from({ length: n }, () => aTicket(desk, { to, from: `kim-${short()}@customer.example` })),
  );
  return Promise.all(made.map(async ({ ticketId }) => (await look(desk, ticketId)).ticket));
}
const tie = (one: { id: string }, other: { number: number }, as: "relates" | "incident_of" | "problem_of") =>
  linkTickets(mina(), { ticketId: one.id, number: other.number, as });

describe("links", () => {
  test("a relation is one, from either end, and told on both", async () => {
    const [a, b] = (await some(2)) as [Ticket, Ticket];
    const { linkId } = await tie(a, b, "relates");
    expect(await tie(b, a, "relates")).toEqual({ linkId });
    expect((await readLinks(mina(), a.id)).related).toMatchObject([{ number: b.number }]);
    expect((await readLinks(mina(), b.id)).related).toMatchObject([{ number: a.number }]);
    await unlinkTickets(mina(), { ticketId: b.id, linkId });
    for (const one of [a, b]) {
      const told = (await look(desk, one.id)).events.map(({ type }) => type);
      expect(told).toEqual(expect.arrayContaining(["ticket.linked", "ticket.unlinked"]));
    }
  });

  test("problem and incident never become a chain, not even from two sides at once", async () => {
    const [a, b, c] = (await some(3)) as [Ticket, Ticket, Ticket];
    await tie(a, b, "incident_of");
    for (const [one, other] of [
      [b, c],
      [c, a],
      [a, c],
      [b, a],
    ] as const)
      await expect(tie(one, other, "incident_of")).rejects.toMatchObject({ kind: "conflict" });
    await expect(tie(a, a, "relates")).rejects.toMatchObject({ kind: "invalid" });

    const [d, e] = (await some(2)) as [Ticket, Ticket];
    const both = await Promise.allSettled([tie(d, e, "incident_of"), tie(e, d, "incident_of")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("a link of other tickets, and a number that is not there, are not found", async () => {
    const [a, b, c] = (await some(3)) as [Ticket, Ticket, Ticket];
    const { linkId } = await tie(a, b, "relates");
    await expect(unlinkTickets(mina(), { ticketId: c.id, linkId })).rejects.toMatchObject({
      kind: "not_found",
    });
    await expect(tie(a, { number: 999_999_999 }, "relates")).rejects.toMatchObject({ kind: "not_found" });
    expect((await readLinks(mina(), a.id)).related).toHaveLength(1);
  });

  test("a follow-up by hand is the same customer's, starts no clock of theirs and knows where it comes from", async () => {
    const [older] = (await some(1)) as [Ticket];
    const { ticketId } = await createFollowUp(mina(), { ticketId: older.id, note: "The second half." });
    const made = await look(desk, ticketId);
    expect(made.ticket).toMatchObject({
      customerId: older.customerId,
      followUpOfId: older.id,
      status: "open",
      assigneeId: agent.id,
      waitingSince: null,
    });
    expect(made.messages).toMatchObject([{ kind: "note", body: "The second half." }]);
    expect(made.outbound).toEqual([]);
    expect((await readLinks(mina(), older.id)).followUps).toMatchObject([{ number: made.ticket.number }]);
  });
});

type Ticket = typeof tickets.$inferSelect;

describe("one answer to all incidents", () => {
  const agentMails = async (ticketId: string) =>
    (await look(desk, ticketId)).outbound.filter(({ kind }) => kind === "agent");

  test("reaches each customer once, in their own thread, though the job runs twice at once", async () => {
    const [problem, a, b, c] = (await some(4)) as [Ticket, Ticket, Ticket, Ticket];
    for (const one of [a, b, c]) await tie(one, problem, "incident_of");
    const { answerId, total } = await answerIncidents(mina(), {
      problemId: problem.id,
      body: "It works again.",
      status: "solved",
    });
    expect(total).toBe(3);
    await expect(answerIncidents(mina(), { problemId: problem.id, body: "Twice?" })).rejects.toMatchObject({
      kind: "conflict",
    });

    await Promise.all([1, 2].map(() => answerNextIncidents(contextOn(desk), answerId)));
    await answerNextIncidents(contextOn(desk), answerId);
    for (const one of [a, b, c]) {
      const { ticket, messages } = await look(desk, one.id);
      const mails = await agentMails(one.id);
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({ body: "It works again.", inReplyTo: messages[0]!.messageId });
      expect(mails[0]!.to).toHaveLength(1);
      expect(ticket).toMatchObject({ status: "solved", firstPersonReplyAt: expect.any(Date) });
    }
    expect(await agentMails(problem.id)).toEqual([]);
    const { answer } = await readLinks(mina(), problem.id);
    expect(answer).toMatchObject({ finished: true, outcomes: { answered: 3, waiting: 0 } });
  });

  test("goes on page by page, and who was merged is answered where they are now", async () => {
    const [problem, a, b, target] = (await some(4)) as [Ticket, Ticket, Ticket, Ticket];
    for (const one of [a, b]) await tie(one, problem, "incident_of");
    const { answerId } = await answerIncidents(mina(), { problemId: problem.id, body: "Mended." });
    await mergeTickets(mina(), { ticketId: a.id, intoNumber: target.number, acrossCustomers: true });
    await mergeTickets(mina(), { ticketId: b.id, intoNumber: target.number, acrossCustomers: true });

    expect(await answerNextIncidents(contextOn(desk), answerId)).toEqual({ left: true });
    const jobs = await desk.db.select().from(outbox).where(eq(outbox.job, "incidents.answer"));
    expect(
      jobs.filter(({ payload }) => (payload as { answerId: string }).answerId === answerId),
    ).toHaveLength(2);
    expect(await answerNextIncidents(contextOn(desk), answerId)).toEqual({ left: false });
    expect(await agentMails(target.id)).toHaveLength(1);
  });

  test("one that has stopped says so, goes on when a person asks, and writes to nobody twice", async () => {
    const [problem, a, b] = (await some(3)) as [Ticket, Ticket, Ticket];
    for (const one of [a, b]) await tie(one, problem, "incident_of");
    const { answerId } = await answerIncidents(mina(), { problemId: problem.id, body: "Mended." });
    const retry = () => retryIncidentAnswer(mina(), { problemId: problem.id });
    await expect(retry()).rejects.toMatchObject({ kind: "conflict" });
    expect((await readLinks(mina(), problem.id)).answer?.stopped).toBe(false);

    await desk.db
      .update(incidentAnswers)
      .set({ movedAt: new Date(Date.now() - 11 * 60_000) })
      .where(eq(incidentAnswers.id, answerId));
    expect((await readLinks(mina(), problem.id)).answer?.stopped).toBe(true);
    const outcomes = await Promise.allSettled([retry(), retry()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const jobs = await desk.db.select().from(outbox).where(eq(outbox.job, "incidents.answer"));
    const mine = jobs.filter(({ payload }) => (payload as { answerId: string }).answerId === answerId);
    expect(mine).toHaveLength(2);
    for (const _ of mine) await answerNextIncidents(contextOn(desk), answerId);
    for (const one of [a, b]) expect(await agentMails(one.id)).toHaveLength(1);
    expect((await readLinks(mina(), problem.id)).answer).toMatchObject({ finished: true, stopped: false });
  });

  test("solving all without a word writes to nobody", async () => {
    const [problem, a] = (await some(2)) as [Ticket, Ticket];
    await tie(problem, a, "problem_of");
    const { answerId } = await answerIncidents(mina(), {
      problemId: problem.id,
      body: null,
      status: "solved",
    });
    await answerNextIncidents(contextOn(desk), answerId);
    expect((await look(desk, a.id)).ticket.status).toBe("solved");
    expect(await agentMails(a.id)).toEqual([]);
  });
});
