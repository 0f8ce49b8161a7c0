import { and, asc, eq } from "drizzle-orm";
import { assistantRuns, customers, messages, tickets } from "#db/schema/index.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import { type UntrustedThread, untrusted } from "#lib/domain/triage/thread.ts";
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
  return {
    ticketId,
    version: ticket.ticket.version,
    subject: untrusted(ticket.ticket.subject),
    channel: ticket.ticket.channel,
    customerName: untrusted(ticket.name),
    customerLocale: ticket.locale ?? undefined,
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
