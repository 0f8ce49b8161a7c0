import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import {
  agents,
  assistantRuns,
  categories,
  customers,
  drafts,
  mailboxes,
  messages,
  outboundEmails,
  queues,
  slaClocks,
  ticketEvents,
  tickets,
} from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import { notFound } from "#lib/services/errors.ts";
import { fieldsColumn } from "../ticket-fields.ts";
import { olderThan, type Page, pageOf, pageQuery, positionOf } from "./page.ts";
import { ratingColumn } from "./ratings.ts";

const ticketColumns = {
  id: tickets.id,
  number: tickets.number,
  version: tickets.version,
  subject: tickets.subject,
  status: tickets.status,
  priority: tickets.priority,
  channel: tickets.channel,
  language: tickets.language,
  sentiment: tickets.sentiment,
  anger: tickets.anger,
  urgency: tickets.urgency,
  complexity: tickets.complexity,
  tags: tickets.tags,
  needsReview: tickets.needsReview,
  isSpam: tickets.isSpam,
  fields: fieldsColumn,
  assistantState: tickets.assistantState,
  handOffReason: tickets.handOffReason,
  queue: queues.key,
  category: categories.key,
  mailbox: mailboxes.address,
  assignee: agents.email,
  customer: { id: customers.id, name: customers.name, vip: customers.vip },
  nextDueAt: tickets.nextDueAt,
  breachedAt: tickets.breachedAt,
  lastMessageAt: tickets.lastMessageAt,
  waitingSince: tickets.waitingSince,
  solvedAt: tickets.solvedAt,
  closedAt: tickets.closedAt,
  createdAt: tickets.createdAt,
  updatedAt: tickets.updatedAt,
  /** What the customer said of it, the newest solving first; null when nothing. */
  rating: ratingColumn,
};

export const selectTickets = (ctx: Context) =>
  ctx.db
    .select(ticketColumns)
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoin(queues, eq(queues.id, tickets.queueId))
    .leftJoin(categories, eq(categories.id, tickets.categoryId))
    .leftJoin(mailboxes, eq(mailboxes.id, tickets.mailboxId))
    .leftJoin(agents, eq(agents.id, tickets.assigneeId))
    .$dynamic();

export type ApiTicket = Awaited<ReturnType<typeof readApiTicket>>;

/** The ticket's row id by its number. Throws `not_found`. */
export async function ticketIdOf(ctx: Context, number: string): Promise<string> {
  ctx.must("ticket.read");
  if (!/^[1-9]\d{0,14}$/.test(number)) throw notFound("ticket");
  const [row] = await ctx.db
    .select({ id: tickets.id })
    .from(tickets)
    .where(eq(tickets.number, Number(number)));
  if (!row) throw notFound("ticket");
  return row.id;
}

export async function readApiTicket(ctx: Context, ticketId: string) {
  ctx.must("ticket.read");
  const [row] = await selectTickets(ctx).where(eq(tickets.id, ticketId));
  if (!row) throw notFound("ticket");
  return row;
}

export const MessagesQuery = z.strictObject({ ...pageQuery });

/** Messages and notes of a ticket, newest first, with the delivery of our own. */
export async function listApiMessages(
  ctx: Context,
  ticketId: string,
  query: z.output<typeof MessagesQuery>,
): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const after = positionOf(query.cursor);
  const rows = await ctx.db
    .select({
      id: messages.id,
      kind: messages.kind,
      author: messages.authorKind,
      fromName: messages.fromName,
      fromAddress: messages.fromAddress,
      body: messages.body,
      trimmed: messages.trimmed,
      language: messages.language,
      channel: messages.channel,
      messageId: messages.messageId,
      unverified: messages.unverified,
      autoKind: messages.autoKind,
      sources: messages.sources,
      delivery: outboundEmails.state,
      deliveryError: outboundEmails.error,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .leftJoin(outboundEmails, eq(outboundEmails.ticketMessageId, messages.id))
    .where(
      and(
        eq(messages.ticketId, ticketId),
        after ? olderThan(messages.createdAt, messages.id, after) : undefined,
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(query.limit + 1);
  return pageOf(rows, query.limit, (row) => ({ at: row.createdAt, id: row.id }));
}

/** What the assistant found, wrote and decided for the newest message it worked on. */
export async function readApiAssistant(ctx: Context, ticketId: string) {
  ctx.must("ticket.read");
  const ticket = await readApiTicket(ctx, ticketId);
  const runs = await ctx.db
    .select()
    .from(assistantRuns)
    .where(and(eq(assistantRuns.ticketId, ticketId), eq(assistantRuns.applied, true)))
    .orderBy(desc(assistantRuns.createdAt))
    .limit(50);
  const newest = (step: string) => runs.find((run) => run.step === step) ?? null;
  const [draft] = await ctx.db
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.ticketId, ticketId),
        eq(drafts.authorKind, "assistant"),
        inArray(drafts.state, ["open", "held"]),
      ),
    );
  const decided = newest("decide");
  return {
    state: ticket.assistantState,
    classification: newest("triage")?.evidence ?? null,
    draft: draft ? { id: draft.id, state: draft.state, language: draft.language, body: draft.body } : null,
    decision: decided?.output ?? null,
    evidence: newest("triage")?.evidence ?? null,
    sources: newest("draft")?.sources ?? [],
    gates: decided?.gates ?? [],
  };
}

/** The ticket's clocks, with their reasons. */
export async function readApiClocks(ctx: Context, ticketId: string) {
  ctx.must("ticket.read");
  const rows = await ctx.db
    .select()
    .from(slaClocks)
    .where(eq(slaClocks.ticketId, ticketId))
    .orderBy(slaClocks.kind);
  return rows.map(({ ticketId: _, nextActionAt: __, ...clock }) => clock);
}

export const EventsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  cursor: z.coerce.number().int().min(0).optional(),
});

/** The timeline, oldest first. */
export async function listApiEvents(
  ctx: Context,
  ticketId: string,
  query: z.output<typeof EventsQuery>,
): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const rows = await ctx.db
    .select()
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticketId),
        query.cursor ? sql`${ticketEvents.seq} > ${query.cursor}` : undefined,
      ),
    )
    .orderBy(asc(ticketEvents.seq))
    .limit(query.limit + 1);
  const data = rows.slice(0, query.limit);
  return { data, nextCursor: rows.length > query.limit ? String(data.at(-1)!.seq) : null };
}
