import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { articles, attachments, customers, messages, tickets } from "#db/schema/index.ts";
import type { TicketStatus } from "#lib/domain/tickets/status.ts";
import type { Context } from "#lib/services/context.ts";
import { forbidden, notFound } from "#lib/services/errors.ts";

export type CustomerStatus = "received" | "working" | "yours" | "waiting" | "solved" | "closed";

export type CustomerMessage = {
  id: string;
  from: "you" | "team" | "assistant";
  /** The agent's name; empty for the others. */
  name: string;
  body: string;
  trimmed: string;
  at: Date;
  sources: { slug: string | null; title: string }[];
  attachments: { id: string; name: string; sizeBytes: number }[];
};

export type CustomerTicket = {
  id: string;
  number: number;
  subject: string;
  status: CustomerStatus;
  closesAt: Date | null;
  openedAt: Date;
  messages: CustomerMessage[];
  /** The newest word is the assistant's: the way to a person is offered beside it. */
  answeredByAssistant: boolean;
  handedOff: boolean;
  /** The desk takes no messages from this customer. */
  blocked: boolean;
};

const plainStatus: Record<TicketStatus, CustomerStatus> = {
  new: "received",
  open: "working",
  pending: "yours",
  on_hold: "waiting",
  solved: "solved",
  closed: "closed",
};

/**
 * A ticket as its own customer may see it: public messages that are theirs or ours, never a note, never what
 * somebody unverified wrote in. The ticket comes from the actor, not from the address bar.
 */
export async function readCustomerTicket(ctx: Context): Promise<CustomerTicket> {
  if (ctx.actor.kind !== "customer" || !ctx.actor.ticketId) throw forbidden();
  const [found] = await ctx.db
    .select({ ticket: tickets, blockedAt: customers.blockedAt })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .where(and(eq(tickets.id, ctx.actor.ticketId), eq(tickets.customerId, ctx.actor.id)));
  if (!found) throw notFound("ticket");
  const { ticket, blockedAt } = found;

  const rows = await ctx.db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticket.id),
        eq(messages.kind, "reply"),
        isNull(messages.unverified),
        isNull(messages.autoKind),
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(500);
  const files = await filesOf(ctx, rows);
  const slugs = await slugsOf(ctx, rows);

  const thread = rows.map(
    (row): CustomerMessage => ({
      id: row.id,
      from: row.authorKind === "customer" ? "you" : row.authorKind === "assistant" ? "assistant" : "team",
      name: row.authorKind === "customer" || row.authorKind === "agent" ? row.fromName : "",
      body: row.body,
      trimmed: row.authorKind === "customer" ? row.trimmed : "",
      at: row.createdAt,
      sources: distinct(row.sources.map(({ id, title }) => ({ slug: slugs.get(id) ?? null, title }))),
      attachments: files.get(row.id) ?? [],
    }),
  );
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    status: plainStatus[ticket.status],
    closesAt: ticket.status === "solved" ? ticket.closesAt : null,
    openedAt: ticket.createdAt,
    messages: thread,
    answeredByAssistant: thread.at(-1)?.from === "assistant",
    handedOff: ticket.assistantState === "handed_off",
    blocked: blockedAt !== null,
  };
}

type Row = typeof messages.$inferSelect;

async function filesOf(ctx: Context, rows: readonly Row[]) {
  if (rows.length === 0) return new Map<string, CustomerMessage["attachments"]>();
  const found = await ctx.db
    .select({
      id: attachments.id,
      messageId: attachments.messageId,
      name: attachments.name,
      sizeBytes: attachments.sizeBytes,
    })
    .from(attachments)
    .where(
      and(
        inArray(
          attachments.messageId,
          rows.map(({ id }) => id),
        ),
        eq(attachments.inline, false),
      ),
    )
    .orderBy(asc(attachments.createdAt));
  return Map.groupBy(found, ({ messageId }) => messageId);
}

/** Articles by id, or by slug where a source names that. */
async function slugsOf(ctx: Context, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => row.sources.map(({ id }) => id)))].filter((id) =>
    /^[0-9a-f-]{36}$/.test(id),
  );
  if (ids.length === 0) return new Map();
  const found = await ctx.db
    .select({ id: articles.id, slug: articles.slug })
    .from(articles)
    .where(inArray(articles.id, ids));
  return new Map(found.map(({ id, slug }) => [id, slug]));
}

function distinct<Source extends { title: string }>(sources: Source[]): Source[] {
  return sources.filter(({ title }, at) => sources.findIndex((other) => other.title === title) === at);
}
