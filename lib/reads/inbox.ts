import { and, asc, desc, eq, gte, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { agents, categories, customerAddresses, customers, queues, tickets } from "#db/schema/index.ts";
import type { Priority, TicketStatus } from "#lib/domain/tickets/status.ts";
import { angryFrom } from "#lib/domain/triage/evidence.ts";
import type { Context } from "#lib/services/context.ts";
import { type InboxFilter, type InboxSort, readCursor, writeCursor } from "./inbox-filter.ts";

export const unsolved: readonly TicketStatus[] = ["new", "open", "pending", "on_hold"];
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
  assignee: { id: string; name: string } | null;
  language: string;
  angry: boolean;
  assistantState: AssistantState;
  lastMessageAt: string;
  waitingSince: string | null;
  /** The clock that is due first; null when nothing runs. */
  due: { at: string; warnAt: string | null } | null;
}

export interface Inbox {
  tickets: InboxRow[];
  /** For the link to older ones; null on the last page. */
  nextCursor: string | null;
}

/** A page of tickets by keyset: as quick on page 200 as on the first. */
export async function readInbox(ctx: Context, filter: InboxFilter): Promise<Inbox> {
  ctx.must("ticket.read");
  const order = orders[filter.sort];
  const rows = await ctx.db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      preview: tickets.preview,
      status: tickets.status,
      priority: tickets.priority,
      customerName: customers.name,
      vip: customers.vip,
      address: sql<string | null>`(
        select address from customer_addresses a where a.customer_id = ${tickets.customerId} order by a.created_at limit 1
      )`,
      category: categories.name,
      assigneeId: agents.id,
      assigneeName: agents.name,
      language: tickets.language,
      anger: tickets.anger,
      assistantState: tickets.assistantState,
      lastMessageAt: tickets.lastMessageAt,
      waitingSince: tickets.waitingSince,
      due: sql<{ at: string; warnAt: string | null } | null>`(
        select jsonb_build_object('at', c.due_at, 'warnAt', c.warn_at)
        from sla_clocks c
        where c.ticket_id = ${tickets.id} and c.state in ('running', 'breached') and c.due_at is not null
        order by c.due_at limit 1
      )`,
      sortedBy: sql<string>`${order.column}`.mapWith(String),
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .leftJoin(categories, eq(categories.id, tickets.categoryId))
    .leftJoin(agents, eq(agents.id, tickets.assigneeId))
    .where(and(...conditions(ctx, filter), after(filter)))
    .orderBy(order.direction(order.column), order.direction(tickets.id))
    .limit(pageSize + 1);

  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    tickets: page.map(
      ({ customerName, vip, address, assigneeId, assigneeName, anger, sortedBy, ...row }) => ({
        ...row,
        customer: { name: customerName || address || "", vip },
        assignee: assigneeId && assigneeName !== null ? { id: assigneeId, name: assigneeName } : null,
        angry: isAngry(anger),
        lastMessageAt: row.lastMessageAt.toISOString(),
        waitingSince: row.waitingSince?.toISOString() ?? null,
      }),
    ),
    nextCursor:
      rows.length > pageSize && last ? writeCursor({ at: instantText(last.sortedBy), id: last.id }) : null,
  };
}

/** What a view and the filters beside it let through; also what a bulk action would touch. */
export function conditions(ctx: Context, filter: InboxFilter): (SQL | undefined)[] {
  return [
    eq(tickets.isSpam, false),
    isNull(tickets.mergedIntoId),
    ofView(ctx, filter),
    ofStatus(filter),
    filter.queue
      ? eq(tickets.queueId, sql`(select id from ${queues} where key = ${filter.queue})`)
      : undefined,
    filter.category
      ? eq(tickets.categoryId, sql`(select id from ${categories} where key = ${filter.category})`)
      : undefined,
    filter.language ? eq(tickets.language, filter.language) : undefined,
    filter.tag ? sql`${filter.tag} = any(${tickets.tags})` : undefined,
    filter.q ? matching(filter.q) : undefined,
  ];
}

function ofView(ctx: Context, { view }: InboxFilter): SQL | undefined {
  switch (view) {
    case "mine":
      return eq(tickets.assigneeId, "id" in ctx.actor ? ctx.actor.id : sql`null`);
    case "unassigned":
      return isNull(tickets.assigneeId);
    case "unplaced":
      return isNotNull(tickets.managerToldAt);
    case "angry":
      return gte(tickets.anger, angryFrom);
    case "held":
      return eq(tickets.assistantState, "held");
    case "answered":
      return eq(tickets.assistantState, "answered");
    case "team":
      return;
  }
}

/** A search looks everywhere, and what the assistant answered is often solved already. */
function ofStatus({ view, status, q }: InboxFilter): SQL | undefined {
  if (status === "all") return;
  if (status) return eq(tickets.status, status);
  return q || view === "answered" ? undefined : inArray(tickets.status, [...unsolved]);
}

/** A number finds its ticket; words are looked for in subject, last words, customer and messages. */
function matching(q: string): SQL | undefined {
  const number = /^#?(\d{1,12})$/.exec(q)?.[1];
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    number ? eq(tickets.number, Number(number)) : undefined,
    ilike(tickets.subject, like),
    ilike(tickets.preview, like),
    ilike(customers.name, like),
    sql`exists (select 1 from ${customerAddresses} a where a.customer_id = ${tickets.customerId} and a.address ilike ${like})`,
    sql`exists (select 1 from messages m where m.ticket_id = ${tickets.id} and m.body ilike ${like})`,
  );
}

const orders: Record<InboxSort, { column: SQL; direction: typeof asc }> = {
  newest: { column: sql`${tickets.lastMessageAt}`, direction: desc },
  oldest: { column: sql`${tickets.lastMessageAt}`, direction: asc },
  due: { column: sql`coalesce(${tickets.nextDueAt}, 'infinity')`, direction: asc },
  waiting: { column: sql`coalesce(${tickets.waitingSince}, 'infinity')`, direction: asc },
};

function after(filter: InboxFilter): SQL | undefined {
  const cursor = readCursor(filter.cursor);
  if (!cursor) return;
  const { column, direction } = orders[filter.sort];
  const beyond = direction === desc ? sql`<` : sql`>`;
  return sql`(${column}, ${tickets.id}) ${beyond} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
}

export function isAngry(anger: number | null): boolean {
  return (anger ?? 0) >= angryFrom;
}

function instantText(sorted: string): string {
  const at = new Date(sorted);
  return Number.isNaN(at.getTime()) ? "infinity" : at.toISOString();
}
