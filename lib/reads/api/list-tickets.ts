import { and, eq, exists, gte, inArray, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { customerAddresses, mailboxes, messages, tickets } from "#db/schema/index.ts";
import { inboxViews } from "#lib/domain/lists/list-filter.ts";
import { parseSearch } from "#lib/domain/search/search-query.ts";
import { ticketStatuses } from "#lib/domain/tickets/status.ts";
import type { Context } from "#lib/services/context.ts";
import { listConditions } from "#lib/services/lists/list-conditions.ts";
import { type Cursor, readCursor, writeCursor } from "../inbox-filter.ts";
import { needsIndex, searchTickets } from "../search-tickets.ts";
import { type FieldFilter, whereField } from "../ticket-fields.ts";
import type { Page } from "./page.ts";
import { selectTickets } from "./tickets.ts";

const word = z.string().min(1).max(300);

export const TicketsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .refine((text) => readCursor(text) !== undefined, "This is no cursor of ours.")
    .optional(),
  status: z.enum(ticketStatuses).optional(),
  queue: word.optional(),
  assignee: word.optional(),
  customer: word.optional(),
  category: word.optional(),
  language: word.optional(),
  tag: word.optional(),
  mailbox: word.optional(),
  messageId: z.string().min(1).max(998).optional(),
  /** Words and operators, as in the search of the inbox: best first instead of newest first. */
  q: word.optional(),
  /** One of the desk's own lists. */
  view: z.enum(inboxViews).optional(),
  /** A custom field, as `key:value`; `key:` finds where nothing is filled in. */
  field: z
    .string()
    .max(1100)
    .regex(/^[a-z0-9][a-z0-9_-]*:/)
    .optional(),
  updatedSince: z.iso.datetime({ offset: true }).optional(),
});
type Query = z.output<typeof TicketsQuery>;

/** Tickets, newest activity first; with words, best first. */
export async function listApiTickets(ctx: Context, query: Query): Promise<Page<unknown>> {
  ctx.must("ticket.read");
  const search = query.q ? parseSearch(query.q, ctx.now) : undefined;
  const after = readCursor(query.cursor);
  const conditions = [
    ...(query.view || search
      ? listConditions(ctx, { view: query.view, status: query.status, q: query.q }, search)
      : []),
    ...conditionsOf(ctx, query),
  ];
  const limit = query.limit + 1;
  const found: Cursor[] =
    search && needsIndex(search)
      ? (await searchTickets(ctx, search, { conditions, limit, after })).hits
      : await newest(ctx, conditions, limit, after);
  const page = found.slice(0, query.limit);
  const last = found.length > query.limit ? page.at(-1) : undefined;
  const ids = page.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await selectTickets(ctx).where(inArray(tickets.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { data: ids.map((id) => byId.get(id)!), nextCursor: last ? writeCursor(last) : null };
}

async function newest(
  ctx: Context,
  conditions: (SQL | undefined)[],
  limit: number,
  after: Cursor | undefined,
): Promise<Cursor[]> {
  const beyond =
    after && sql`(${tickets.lastMessageAt}, ${tickets.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const rows = await ctx.db
    .select({ id: tickets.id, at: tickets.lastMessageAt })
    .from(tickets)
    .where(and(...conditions, beyond))
    .orderBy(sql`${tickets.lastMessageAt} desc, ${tickets.id} desc`)
    .limit(limit);
  return rows.map(({ id, at }) => ({ id, at: at.toISOString() }));
}

function conditionsOf(ctx: Context, query: Query): (SQL | undefined)[] {
  const { db } = ctx;
  const named = (column: string, table: string, condition: SQL) =>
    sql`${sql.raw(`tickets.${column}`)} = any(array(select id from ${sql.raw(table)} where ${condition}))`;
  return [
    query.status && sql`${tickets.status} = ${query.status}`,
    query.queue && named("queue_id", "queues", sql`key = ${query.queue}`),
    query.assignee && named("assignee_id", "agents", sql`lower(email) = ${query.assignee.toLowerCase()}`),
    query.category && named("category_id", "categories", sql`key = ${query.category}`),
    query.language && eq(tickets.language, query.language),
    query.mailbox &&
      sql`${tickets.mailboxId} = any(array(select ${mailboxes.id} from ${mailboxes} where ${mailboxes.address} = ${query.mailbox.toLowerCase()}))`,
    query.tag && sql`${tickets.tags} @> array[${query.tag}]::text[] and ${tickets.tags} <> '{}'`,
    query.updatedSince && gte(tickets.updatedAt, new Date(query.updatedSince)),
    query.field && whereField(fieldFilter(query.field)),
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
