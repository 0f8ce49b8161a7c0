import { and, asc, desc, eq, exists, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import {
  agents,
  assistantRuns,
  categories,
  customerAddresses,
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
import { ticketStatuses } from "#lib/domain/tickets/status.ts";
import type { Context } from "#lib/services/context.ts";
import { notFound } from "#lib/services/errors.ts";
import { type FieldFilter, fieldsColumn, whereField } from "../ticket-fields.ts";
import { type Page, pageOf, pageQuery, positionOf } from "./page.ts";

const word = z.string().min(1).max(300);

export const TicketsQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(ticketStatuses).optional(),
  queue: word.optional(),
  assignee: word.optional(),
  customer: word.optional(),
  category: word.optional(),
  language: word.optional(),
  tag: word.optional(),
  mailbox: word.optional(),
  messageId: z.string().min(1).max(998).optional(),
  q: word.optional(),
  /** A custom field, as `key:value`; `key:` finds where nothing is filled in. */
  field: z
    .string()
    .max(1100)
    .regex(/^[a-z0-9][a-z0-9_-]*:/)
    .optional(),
  updatedSince: z.iso.datetime({ offset: true }).optional(),
});

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
};

const selectTickets = (ctx: Context) =>
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

/** Tickets, newest activity first. */
export async function listApiTickets(
  ctx: Context,
  query: z.output<typeof TicketsQuery>,
): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const after = positionOf(query.cursor);
  const rows = await selectTickets(ctx)
    .where(and(...conditionsOf(ctx, query), after ? before(after.at, after.id) : undefined))
    .orderBy(desc(tickets.lastMessageAt), desc(tickets.id))
    .limit(query.limit + 1);
  return pageOf(rows, query.limit, (row) => ({ at: row.lastMessageAt, id: row.id }));
}

const before = (at: Date, id: string) =>
  or(lt(tickets.lastMessageAt, at), and(eq(tickets.lastMessageAt, at), sql`${tickets.id}::text < ${id}`));

function conditionsOf(ctx: Context, query: z.output<typeof TicketsQuery>): (SQL | undefined)[] {
  const { db } = ctx;
  return [
    query.status && eq(tickets.status, query.status),
    query.queue && eq(queues.key, query.queue),
    query.assignee && sql`lower(${agents.email}) = ${query.assignee.toLowerCase()}`,
    query.category && eq(categories.key, query.category),
    query.language && eq(tickets.language, query.language),
    query.mailbox && eq(mailboxes.address, query.mailbox.toLowerCase()),
    query.tag && sql`${tickets.tags} @> array[${query.tag}]::text[]`,
    query.updatedSince && gte(tickets.updatedAt, new Date(query.updatedSince)),
    query.field && whereField(fieldFilter(query.field)),
    query.q && contains(query.q),
    query.customer &&
      inArray(
        tickets.customerId,
        db
          .select({ id: customerAddresses.customerId })
          .from(customerAddresses)
          .where(eq(customerAddresses.address, query.customer.toLowerCase())),
      ),
    query.messageId &&
      exists(
        db
          .select({ id: messages.id })
          .from(messages)
          .where(
            and(
              eq(messages.ticketId, tickets.id),
              eq(messages.messageId, query.messageId.replace(/^<|>$/g, "")),
            ),
          ),
      ),
  ].map((condition) => condition || undefined);
}

function fieldFilter(asked: string): FieldFilter {
  const at = asked.indexOf(":");
  const [key, is] = [asked.slice(0, at), asked.slice(at + 1)];
  return is === "" ? { key, filled: false } : { key, is };
}

function contains(words: string): SQL {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(lower(${tickets.subject}) like ${pattern} or exists (
    select 1 from ${messages} where ${messages.ticketId} = ${tickets.id} and lower(left(${messages.body}, 20000)) like ${pattern}))`;
}

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
        after
          ? or(
              lt(messages.createdAt, after.at),
              and(eq(messages.createdAt, after.at), sql`${messages.id}::text < ${after.id}`),
            )
          : undefined,
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
