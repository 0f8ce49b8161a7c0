import { and, asc, count, desc, eq, isNull, sql } from "drizzle-orm";
import { incidentAnswers, incidentAnswerTickets, ticketLinks, tickets } from "#db/schema/index.ts";
import { type IncidentOutcome, incidentPatienceMs } from "#lib/domain/tickets/links.ts";
import type { TicketStatus } from "#lib/domain/tickets/status.ts";
import type { Context } from "#lib/services/context.ts";

export interface LinkedTicket {
  /** What unlinking names; null for follow-ups, which stand. */
  linkId: string | null;
  number: number;
  subject: string;
  status: TicketStatus;
}

/** What hangs together with a ticket. */
export interface LinksView {
  followUps: LinkedTicket[];
  related: LinkedTicket[];
  problem: LinkedTicket | null;
  /** The first of them; all are counted. */
  incidents: LinkedTicket[];
  incidentCount: number;
  openIncidentCount: number;
  /** The last answer to all incidents. */
  answer: {
    words: boolean;
    total: number;
    outcomes: Record<IncidentOutcome, number>;
    finished: boolean;
    /** Not finished, and nothing has happened for a while: somebody has to ask for it again. */
    stopped: boolean;
    at: string;
  } | null;
}

const mostShown = 50;
const otherEnd = {
  linkId: ticketLinks.id,
  number: tickets.number,
  subject: tickets.subject,
  status: tickets.status,
};

export async function readLinks(ctx: Context, ticketId: string): Promise<LinksView> {
  ctx.must("ticket.read");
  const linkedFrom = (kind: "relates" | "incident_of") =>
    ctx.db
      .select(otherEnd)
      .from(ticketLinks)
      .innerJoin(tickets, eq(tickets.id, ticketLinks.toId))
      .where(and(eq(ticketLinks.fromId, ticketId), eq(ticketLinks.kind, kind)))
      .limit(mostShown);
  const linkedTo = (kind: "relates" | "incident_of") =>
    ctx.db
      .select(otherEnd)
      .from(ticketLinks)
      .innerJoin(tickets, eq(tickets.id, ticketLinks.fromId))
      .where(and(eq(ticketLinks.toId, ticketId), eq(ticketLinks.kind, kind)))
      .orderBy(asc(tickets.number))
      .limit(mostShown);
  const [followUps, relatedFrom, relatedTo, problem, incidents, counts, answer] = await Promise.all([
    ctx.db
      .select({ number: tickets.number, subject: tickets.subject, status: tickets.status })
      .from(tickets)
      .where(and(eq(tickets.followUpOfId, ticketId), isNull(tickets.mergedIntoId)))
      .orderBy(desc(tickets.createdAt))
      .limit(mostShown),
    linkedFrom("relates"),
    linkedTo("relates"),
    linkedFrom("incident_of"),
    linkedTo("incident_of"),
    countIncidents(ctx, ticketId),
    readAnswer(ctx, ticketId),
  ]);
  return {
    followUps: followUps.map((ticket) => ({ linkId: null, ...ticket })),
    related: [...relatedFrom, ...relatedTo],
    problem: problem[0] ?? null,
    incidents,
    ...counts,
    answer,
  };
}

async function countIncidents(ctx: Context, problemId: string) {
  const [row] = await ctx.db
    .select({
      incidentCount: count(),
      openIncidentCount: count(sql`case when ${tickets.status} not in ('solved', 'closed') then 1 end`),
    })
    .from(ticketLinks)
    .innerJoin(tickets, eq(tickets.id, ticketLinks.fromId))
    .where(and(eq(ticketLinks.toId, problemId), eq(ticketLinks.kind, "incident_of")));
  return row!;
}

async function readAnswer(ctx: Context, problemId: string): Promise<LinksView["answer"]> {
  const [answer] = await ctx.db
    .select()
    .from(incidentAnswers)
    .where(eq(incidentAnswers.problemId, problemId))
    .orderBy(desc(incidentAnswers.createdAt))
    .limit(1);
  if (!answer) return null;
  const rows = await ctx.db
    .select({ outcome: incidentAnswerTickets.outcome, n: count() })
    .from(incidentAnswerTickets)
    .where(eq(incidentAnswerTickets.answerId, answer.id))
    .groupBy(incidentAnswerTickets.outcome);
  const none = { waiting: 0, answered: 0, solved: 0, not_solved: 0, closed: 0, refused: 0 };
  return {
    words: answer.body !== null,
    total: answer.total,
    outcomes: { ...none, ...Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])) },
    finished: answer.finishedAt !== null,
    stopped: answer.finishedAt === null && ctx.now.getTime() - answer.movedAt.getTime() > incidentPatienceMs,
    at: answer.createdAt.toISOString(),
  };
}
