import { and, eq, type SQL, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { agents, categories, customers, queues, tickets } from "#db/schema/index.ts";
import { priorityRank } from "#db/schema/tickets.ts";
import type { InboxSort } from "#lib/domain/lists/list-filter.ts";
import { highlight, type Piece } from "#lib/domain/search/highlight.ts";
import { parseSearch } from "#lib/domain/search/search-query.ts";
import type { Priority, TicketStatus } from "#lib/domain/tickets/status.ts";
import { angryFrom } from "#lib/domain/triage/evidence.ts";
import type { Context } from "#lib/services/context.ts";
import { listConditions } from "#lib/services/lists/list-conditions.ts";
import { type Cursor, type InboxFilter, readCursor, writeCursor } from "./inbox-filter.ts";
import { readExcerpts } from "./search-excerpts.ts";
import { needsIndex, searchTickets } from "./search-tickets.ts";

const pageSize = 50;

export type BothNames = { en: string; ko: string };
export type AssistantState =
  | "waiting"
  | "sorted"
  | "draft_ready"
  | "held"
  | "answered"
  | "handed_off"
  | "off";

/** One line of the list. Instants are ISO strings: they cross to the browser. */
export interface InboxRow {
  id: string;
  number: number;
  subject: string;
  preview: string;
  status: TicketStatus;
  priority: Priority;
  customer: { name: string; vip: boolean };
  category: BothNames | null;
  queue: BothNames | null;
  assignee: { id: string; name: string } | null;
  tags: string[];
  language: string;
  angry: boolean;
  assistantState: AssistantState;
  lastMessageAt: string;
  waitingSince: string | null;
  /** The clock that is due first; null when nothing runs. */
  due: { at: string; warnAt: string | null } | null;
  /** Put aside; until the customer writes when `until` is null. */
  snoozed: { until: string | null } | null;
  /** What a search found, with its words marked: the preview is then where they stand. */
  found: { name: Piece[]; subject: Piece[]; preview: Piece[] } | null;
}

export interface Inbox {
  tickets: InboxRow[];
  /** For the link to older ones; null on the last page. */
  nextCursor: string | null;
  /** What was looked for in the end, when it was not what was typed. */
  corrected: string | null;
}

/** A page of tickets by keyset: as quick on page 200 as on the first, with a million as with a thousand. */
export async function readInbox(ctx: Context, filter: InboxFilter): Promise<Inbox> {
  ctx.must("ticket.read");
  const query = filter.q ? parseSearch(filter.q, ctx.now) : undefined;
  const conditions = listConditions(ctx, filter, query);
  const after = readCursor(filter.cursor);
  if (query && needsIndex(query)) {
    const found = await searchTickets(ctx, query, { conditions, limit: pageSize + 1, after });
    const { page, next } = cut(found.hits);
    const rows = await readRows(
      ctx,
      page.map(({ id }) => id),
    );
    const excerpts = await readExcerpts(ctx, rows, found.words);
    return {
      tickets: rows.map((row) => ({
        ...row,
        found: {
          name: highlight(row.customer.name, found.words),
          subject: highlight(row.subject, found.words),
          preview: highlight(excerpts.get(row.id) ?? row.preview, found.words),
        },
      })),
      nextCursor: next,
      corrected: found.corrected ? found.words.join(" ") : null,
    };
  }
  const { page, next } = cut(await positions(ctx, orderOf(filter), conditions, after));
  return {
    tickets: await readRows(
      ctx,
      page.map(({ id }) => id),
    ),
    nextCursor: next,
    corrected: null,
  };
}

function cut(found: (Cursor & { id: string })[]): { page: Cursor[]; next: string | null } {
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return { page, next: found.length > pageSize && last ? writeCursor(last) : null };
}

type Order = { rank?: SQL; at: SQL; descending: boolean };

const orders: Record<InboxSort, Order> = {
  newest: { at: sql`${tickets.lastMessageAt}`, descending: true },
  oldest: { at: sql`${tickets.lastMessageAt}`, descending: false },
  due: { at: sql`coalesce(${tickets.nextDueAt}, 'infinity')`, descending: false },
  waiting: { at: sql`coalesce(${tickets.waitingSince}, 'infinity')`, descending: false },
  urgent: {
    rank: priorityRank,
    at: sql`coalesce(${tickets.waitingSince}, 'infinity')`,
    descending: false,
  },
};

/** Nothing that is solved is urgent or due, and there are too many of them to sort by it. */
function orderOf({ sort, status, view }: InboxFilter): Order {
  const isWaiting =
    !["answered", "mentions", "snoozed", "spam", "trash"].includes(view) && status === undefined;
  return orders[isWaiting || sort === "oldest" ? sort : "newest"];
}

/** One index in its own order, and no row more than the page needs. */
async function positions(
  ctx: Context,
  { rank, at, descending }: Order,
  conditions: (SQL | undefined)[],
  after: Cursor | undefined,
): Promise<Cursor[]> {
  const way = sql.raw(descending ? "desc" : "asc");
  const keys = rank ? sql`${rank}, ${at}, ${tickets.id}` : sql`${at}, ${tickets.id}`;
  const place = after && sql`${after.at}::timestamptz, ${after.id}::uuid`;
  const beyond =
    place &&
    sql`(${keys}) ${sql.raw(descending ? "<" : ">")} (${rank ? sql`${after.rank ?? 0}, ${place}` : place})`;
  const order = rank
    ? sql`${rank} ${way}, ${at} ${way}, ${tickets.id} ${way}`
    : sql`${at} ${way}, ${tickets.id} ${way}`;
  const { rows } = await ctx.db.execute<{ id: string; at: string; rank: number | null }>(sql`
    select ${tickets.id} as id, ${rank ?? sql`null::int`} as rank,
      case when ${at} = 'infinity' then 'infinity'
        else to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end as at
    from ${tickets} where ${and(...conditions, beyond) ?? sql`true`} order by ${order} limit ${pageSize + 1}`);
  return rows.map((row) => ({ id: row.id, at: row.at, ...(row.rank !== null && { rank: row.rank }) }));
}

const ids = sql`${sql.placeholder("ids")}::uuid[]`;

/** What hangs on the tickets of a page is looked up for all of them at once. */
const rowsOf = prepared("inbox_rows", (db) =>
  db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      preview: tickets.preview,
      status: tickets.status,
      priority: tickets.priority,
      customerName: sql<string>`case when ${customers.name} <> '' then ${customers.name} else coalesce((
        select address from customer_addresses a where a.customer_id = ${tickets.customerId} order by a.created_at limit 1
      ), '') end`,
      vip: customers.vip,
      category: categories.name,
      queue: queues.name,
      assigneeId: agents.id,
      assigneeName: agents.name,
      tags: tickets.tags,
      language: tickets.language,
      anger: tickets.anger,
      assistantState: tickets.assistantState,
      lastMessageAt: tickets.lastMessageAt,
      waitingSince: tickets.waitingSince,
      snoozedAt: tickets.snoozedAt,
      snoozedUntil: tickets.snoozedUntil,
      due: sql<{ at: string; warnAt: string | null } | null>`clock.due`,
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoin(categories, eq(categories.id, tickets.categoryId))
    .leftJoin(queues, eq(queues.id, tickets.queueId))
    .leftJoin(agents, eq(agents.id, tickets.assigneeId))
    .leftJoin(
      sql`(
        select distinct on (c.ticket_id) c.ticket_id, jsonb_build_object('at', c.due_at, 'warnAt', c.warn_at) as due
        from sla_clocks c
        where c.ticket_id = any(${ids}) and c.state in ('running', 'breached') and c.due_at is not null
        order by c.ticket_id, c.due_at
      ) clock`,
      sql`clock.ticket_id = ${tickets.id}`,
    )
    .where(sql`${tickets.id} = any(${ids})`),
);

/** These tickets as lines of a list, in the order given. */
export async function readRows(ctx: Context, ids: readonly string[]): Promise<InboxRow[]> {
  if (ids.length === 0) return [];
  const rows = await rowsOf(ctx.db).execute({ ids: [...ids] });
  const shown = rows.map(
    ({ customerName, vip, assigneeId, assigneeName, anger, snoozedAt, snoozedUntil, ...row }) => ({
      ...row,
      customer: { name: customerName, vip },
      assignee: assigneeId && assigneeName !== null ? { id: assigneeId, name: assigneeName } : null,
      angry: isAngry(anger),
      lastMessageAt: row.lastMessageAt.toISOString(),
      waitingSince: row.waitingSince?.toISOString() ?? null,
      snoozed: snoozedAt ? { until: snoozedUntil?.toISOString() ?? null } : null,
      found: null,
    }),
  );
  const byId = new Map(shown.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export function isAngry(anger: number | null): boolean {
  return (anger ?? 0) >= angryFrom;
}
