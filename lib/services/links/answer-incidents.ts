import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { agents, incidentAnswers, incidentAnswerTickets, ticketLinks, tickets } from "#db/schema/index.ts";
import { type IncidentOutcome, incidentPatienceMs } from "#lib/domain/tickets/links.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import { type Context, within } from "../context.ts";
import { conflict, invalid, ServiceError } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { changeTicket } from "../tickets/change-ticket.ts";
import { replyToTicket } from "../tickets/reply-to-ticket.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";

const AnswerInput = z.strictObject({
  problemId: id(),
  /** Null solves them without a word. */
  body: text(100_000, 1).nullable(),
  /** Status of each incident afterwards. */
  status: z.enum(["open", "pending", "on_hold", "solved"]).default("pending"),
});

/**
 * One answer to all incidents of a problem. Each customer gets a mail of their own in the thread of their own ticket; a
 * job sends them page by page. Throws `conflict` when nobody is left to answer, or an answer is under way.
 */
export async function answerIncidents(
  ctx: Context,
  input: z.input<typeof AnswerInput>,
): Promise<{ answerId: string; total: number }> {
  ctx.must("ticket.reply");
  const { problemId, body, status } = parseInput(AnswerInput, input);
  if (body === null && status !== "solved")
    throw invalid("Without a word they can only be solved.", { body: "needed" });

  return transact(ctx, async (transaction) => {
    const { tx, emit, enqueue } = transaction;
    const problem = await ticketForUpdate(tx, problemId);
    if (await underWay(transaction, problem.id)) throw conflict("An answer is on its way already.");
    const incidents = await openIncidents(transaction, problem.id, body === null);
    if (incidents.length === 0) throw conflict("There is no incident to answer.");
    const [answer] = await tx
      .insert(incidentAnswers)
      .values({
        problemId: problem.id,
        agentId: ctx.actor.kind === "agent" ? ctx.actor.id : null,
        body,
        status,
        total: incidents.length,
        createdAt: ctx.now,
        movedAt: ctx.now,
      })
      .returning({ id: incidentAnswers.id });
    const answerId = answer!.id;
    await tx.insert(incidentAnswerTickets).values(incidents.map((ticketId) => ({ answerId, ticketId })));
    await emit({
      type: "incidents.answered",
      ticketId: problem.id,
      answerId,
      total: incidents.length,
      words: body !== null,
    });
    await enqueue("incidents.answer", { answerId });
    return { answerId, total: incidents.length };
  });
}

/**
 * Goes on with an answer that has stopped: its job has failed too often. Throws `conflict` while it still runs, or when it
 * is done. Incidents that have the answer already do not get it again.
 */
export async function retryIncidentAnswer(ctx: Context, input: { problemId: string }): Promise<void> {
  ctx.must("ticket.reply");
  const problemId = parseInput(id(), input.problemId);
  await transact(ctx, async ({ tx, enqueue, audit }) => {
    const [again] = await tx
      .update(incidentAnswers)
      .set({ movedAt: ctx.now })
      .where(
        and(
          eq(incidentAnswers.problemId, problemId),
          isNull(incidentAnswers.finishedAt),
          lt(incidentAnswers.movedAt, new Date(ctx.now.getTime() - incidentPatienceMs)),
        ),
      )
      .returning({ answerId: incidentAnswers.id });
    if (!again) throw conflict("Nothing has stopped here.");
    await enqueue("incidents.answer", again);
    await audit("incidents.retried", `ticket:${problemId}`, again);
  });
}

const pageSize = 50;

/**
 * Works through one page of an answer and asks for the next. Each incident is claimed and answered in one transaction, so
 * two runs of the job write to nobody twice.
 */
export async function answerNextIncidents(ctx: Context, answerId: string): Promise<{ left: boolean }> {
  ctx.must("outbound.mark");
  const [answer] = await ctx.db.select().from(incidentAnswers).where(eq(incidentAnswers.id, answerId));
  if (!answer || answer.finishedAt) return { left: false };
  const author = await authorOf(ctx, answer.agentId);
  const waiting = await ctx.db
    .select({ ticketId: incidentAnswerTickets.ticketId })
    .from(incidentAnswerTickets)
    .where(waitingOf(answerId))
    .orderBy(asc(incidentAnswerTickets.ticketId))
    .limit(pageSize);
  for (const { ticketId } of waiting) await answerOne(author, answer, ticketId);

  return transact(ctx, async ({ tx, enqueue }) => {
    const left = (await tx.$count(incidentAnswerTickets, waitingOf(answerId))) > 0;
    if (left) {
      await tx.update(incidentAnswers).set({ movedAt: ctx.now }).where(eq(incidentAnswers.id, answerId));
      await enqueue("incidents.answer", { answerId });
    } else {
      await tx
        .update(incidentAnswers)
        .set({ finishedAt: ctx.now })
        .where(and(eq(incidentAnswers.id, answerId), isNull(incidentAnswers.finishedAt)));
    }
    const bell = JSON.stringify({ ticketId: answer.problemId, type: "incidents.progress" });
    await tx.execute(sql`select pg_notify('baton_live', ${bell})`);
    return { left };
  });
}

type Answer = typeof incidentAnswers.$inferSelect;

async function answerOne(author: Context, answer: Answer, ticketId: string): Promise<void> {
  try {
    await attemptOne(author, answer, ticketId, answer.status);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const asksForFields = Object.keys(error.fields).some((name) => name.startsWith("fields."));
    // The words still go out; a colleague fills in what solving asks for.
    if (asksForFields && answer.body !== null) {
      return attemptOne(author, answer, ticketId, "pending", "not_solved");
    }
    const outcome = error.kind === "conflict" ? "closed" : asksForFields ? "not_solved" : "refused";
    await author.db
      .update(incidentAnswerTickets)
      .set({ outcome })
      .where(and(waitingOf(answer.id), eq(incidentAnswerTickets.ticketId, ticketId)));
  }
}

async function attemptOne(
  author: Context,
  answer: Answer,
  ticketId: string,
  status: Answer["status"],
  said?: IncidentOutcome,
): Promise<void> {
  await transact(within(author, { now: new Date() }), async (transaction) => {
    const { ctx, tx } = transaction;
    const row = and(
      eq(incidentAnswerTickets.answerId, answer.id),
      eq(incidentAnswerTickets.ticketId, ticketId),
    );
    const [mine] = await tx
      .update(incidentAnswerTickets)
      .set({ outcome: said ?? (answer.body === null ? "solved" : "answered") })
      .where(and(row, eq(incidentAnswerTickets.outcome, "waiting")))
      .returning();
    if (!mine) return;
    const ticket = await ticketForUpdate(tx, ticketId);
    if (ticket.id !== ticketId) return answerTarget(transaction, answer, ticketId, ticket.id);
    if (answer.body === null) {
      if (isOpen(ticket.status)) await changeTicket(ctx, { ticketId, status });
      return;
    }
    const { messageId } = await replyToTicket(ctx, { ticketId, body: answer.body, status });
    await tx.update(incidentAnswerTickets).set({ messageId }).where(row);
  });
}

/** It was merged meanwhile: the one it went into is answered in its place, once, however many went there. */
async function answerTarget(
  { tx }: Transaction,
  answer: Answer,
  ticketId: string,
  targetId: string,
): Promise<void> {
  await tx
    .update(incidentAnswerTickets)
    .set({ outcome: "closed" })
    .where(and(eq(incidentAnswerTickets.answerId, answer.id), eq(incidentAnswerTickets.ticketId, ticketId)));
  if (targetId === answer.problemId) return;
  await tx
    .insert(incidentAnswerTickets)
    .values({ answerId: answer.id, ticketId: targetId })
    .onConflictDoNothing();
}

const waitingOf = (answerId: string) =>
  and(eq(incidentAnswerTickets.answerId, answerId), eq(incidentAnswerTickets.outcome, "waiting"));

async function underWay({ tx }: Transaction, problemId: string): Promise<boolean> {
  const running = and(eq(incidentAnswers.problemId, problemId), isNull(incidentAnswers.finishedAt));
  return (await tx.$count(incidentAnswers, running)) > 0;
}

/** What can still be answered: not closed; for a silent solving only what is not solved. A merged one lives on in its target. */
async function openIncidents(
  transaction: Transaction,
  problemId: string,
  silent: boolean,
): Promise<string[]> {
  const { tx } = transaction;
  const rows = await tx
    .select({ id: tickets.id, status: tickets.status, mergedIntoId: tickets.mergedIntoId })
    .from(ticketLinks)
    .innerJoin(tickets, eq(tickets.id, ticketLinks.fromId))
    .where(and(eq(ticketLinks.toId, problemId), eq(ticketLinks.kind, "incident_of")))
    .orderBy(asc(tickets.id));
  const ids = new Set<string>();
  for (const row of rows) {
    const ticket = row.mergedIntoId ? await ticketForUpdate(tx, row.id) : row;
    const done = ticket.status === "closed" || (silent && ticket.status === "solved");
    if (!done && ticket.id !== problemId) ids.add(ticket.id);
  }
  return [...ids];
}

/** The answer is its author's deed, whoever runs the job. */
async function authorOf(ctx: Context, agentId: string | null): Promise<Context> {
  const [agent] = agentId ? await ctx.db.select().from(agents).where(eq(agents.id, agentId)) : [];
  if (!agent) return ctx;
  return within(ctx, { actor: { kind: "agent", id: agent.id, name: agent.name, role: agent.role } });
}
