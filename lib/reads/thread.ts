import { and, asc, desc, eq, gte, isNull, lte, ne, notInArray, sql } from "drizzle-orm";
import { assistantRuns, customers, messages, tickets } from "#db/schema/index.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import { type OwnTicket, type UntrustedThread, untrusted } from "#lib/domain/triage/thread.ts";
import type { Context } from "#lib/services/context.ts";

/**
 * What the assistant may read of a ticket: its public messages, no notes, nobody else's words. `upTo` a message, as it stood
 * when that came. Null when it is gone.
 */
export async function readThread(
  ctx: Context,
  ticketId: string,
  { upTo }: { upTo?: string } = {},
): Promise<UntrustedThread | null> {
  ctx.must("ticket.read");
  const [ticket] = await ctx.db
    .select({ ticket: tickets, name: customers.name, locale: customers.locale })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .where(eq(tickets.id, ticketId));
  if (!ticket) return null;
  const rows = await ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.kind, "reply")))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const last = rows.findIndex(({ id }) => id === upTo);
  const isFirst = rows.length === 1 || last === 0;
  return {
    ticketId,
    version: ticket.ticket.version,
    subject: untrusted(ticket.ticket.subject),
    channel: ticket.ticket.channel,
    customerName: untrusted(ticket.name),
    customerLocale: ticket.locale ?? undefined,
    ...(isFirst && { others: await readOtherTickets(ctx, ticket.ticket) }),
    messages: (last < 0 ? rows : rows.slice(0, last + 1))
      .filter((row) => row.authorKind !== "system" && row.autoKind === null)
      // A stranger's words on somebody's ticket are not that customer's.
      .filter((row, index) => index === 0 || row.unverified === null)
      .slice(-50)
      .map((row) => ({
        id: row.id,
        from: row.authorKind === "customer" ? "customer" : row.authorKind === "agent" ? "agent" : "assistant",
        text: untrusted(row.body),
        at: row.createdAt,
      })),
  };
}

/** How far back, and how many, open tickets of a customer are looked at for one that is repeated. */
const othersWithinMs = 60 * 86_400_000;
const mostOthers = 20;
const readOfEach = 2_000;

/** The customer's open tickets that came before this one, newest first. */
async function readOtherTickets(ctx: Context, ticket: typeof tickets.$inferSelect): Promise<OwnTicket[]> {
  const rows = await ctx.db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      text: sql<
        string | null
      >`(select left(m.body, ${readOfEach}) from ${messages} m where m.ticket_id = tickets.id
        and m.kind = 'reply' and m.author_kind = 'customer' order by m.created_at, m.id limit 1)`,
    })
    .from(tickets)
    .where(
      and(
        eq(tickets.customerId, ticket.customerId),
        ne(tickets.id, ticket.id),
        lte(tickets.createdAt, ticket.createdAt),
        gte(tickets.lastMessageAt, new Date(ticket.createdAt.getTime() - othersWithinMs)),
        notInArray(tickets.status, ["solved", "closed"]),
        isNull(tickets.mergedIntoId),
        eq(tickets.isSpam, false),
        isNull(tickets.trashedAt),
      ),
    )
    .orderBy(desc(tickets.lastMessageAt), desc(tickets.id))
    .limit(mostOthers);
  return rows.map(({ subject, text, ...row }) => ({
    ...row,
    subject: untrusted(subject),
    text: untrusted(text ?? ""),
  }));
}

/** What triage found in a message; null when it has not run, or a person came first. */
export async function readEvidence(ctx: Context, messageId: string): Promise<TriageEvidence | null> {
  const [run] = await ctx.db
    .select({ evidence: assistantRuns.evidence })
    .from(assistantRuns)
    .where(
      and(
        eq(assistantRuns.messageId, messageId),
        eq(assistantRuns.step, "triage"),
        eq(assistantRuns.applied, true),
      ),
    );
  return (run?.evidence as TriageEvidence | null | undefined) ?? null;
}
