import { and, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { alias, union } from "drizzle-orm/pg-core";
import {
  customerAddresses,
  customers,
  messages,
  outboundEmails,
  ticketParticipants,
  tickets,
} from "#db/schema/index.ts";
import type { FoundTicket, ThreadFindings } from "#lib/domain/intake/choose-thread.ts";
import type { ThreadClues } from "#lib/domain/intake/thread-clues.ts";
import type { Context } from "../context.ts";
import { foundTickets, ticketsByNumber } from "./found-tickets.ts";

/** The tickets that a mail's clues lead to, and whether its sender is on them. */
export async function readFindings(
  ctx: Context,
  clues: ThreadClues,
  sender: string | null,
): Promise<ThreadFindings> {
  const ids = [...new Set([...clues.inReplyTo, ...clues.references])].slice(0, 400);
  const named = clues.messageId ? [clues.messageId, ...ids] : ids;
  const byMessageId = new Map<string, FoundTicket>();
  const byReference = new Map<string, FoundTicket>();
  if (ids.length > 0) {
    const rows = await ctx.db
      .select({ id: messages.messageId, ticketId: messages.ticketId })
      .from(messages)
      .where(inArray(messages.messageId, ids));
    const found = await foundTickets(
      ctx,
      rows.map((row) => row.ticketId),
    );
    for (const row of rows) if (row.id) byMessageId.set(row.id, found.get(row.ticketId)!);
    await addOutbound(ctx, ids, byMessageId);
  }
  if (named.length > 0) {
    const rows = await ctx.db
      .select({ refersTo: messages.refersTo, ticketId: messages.ticketId })
      .from(messages)
      .where(sql`${messages.refersTo} && ${sql.param(named)}::text[]`)
      .orderBy(messages.createdAt)
      .limit(50);
    const found = await foundTickets(
      ctx,
      rows.map((row) => row.ticketId),
    );
    for (const row of rows) {
      for (const id of row.refersTo) if (!byReference.has(id)) byReference.set(id, found.get(row.ticketId)!);
    }
  }
  const byNumber = await ticketsByNumber(ctx, [...clues.addressTickets, ...clues.subjectTickets]);
  const around = [...byMessageId.values(), ...byReference.values(), ...byNumber.values()];
  const joined = await ticketsJoinedBy(ctx, sender, around);
  return { byMessageId, byReference, byNumber, isParticipant: (ticket) => joined.has(ticket.ticketId) };
}

/** Answers to acknowledgements and notices too, which carry no message of the ticket. */
async function addOutbound(ctx: Context, ids: string[], into: Map<string, FoundTicket>): Promise<void> {
  const rows = await ctx.db
    .select({ id: outboundEmails.messageId, ticketId: outboundEmails.ticketId })
    .from(outboundEmails)
    .where(
      and(
        inArray(outboundEmails.messageId, ids),
        isNotNull(outboundEmails.ticketId),
        // What went to a third party is answered on the side.
        ne(outboundEmails.kind, "side"),
      ),
    );
  const found = await foundTickets(
    ctx,
    rows.flatMap((row) => row.ticketId ?? []),
  );
  for (const row of rows) {
    const ticket = row.ticketId ? found.get(row.ticketId) : undefined;
    if (ticket) into.set(row.id, ticket);
  }
}

/**
 * Whose words these tickets wait for: named on them, the customer by another address of theirs, or a colleague: a
 * customer of the same company, as the desk itself has put them.
 */
async function ticketsJoinedBy(
  ctx: Context,
  sender: string | null,
  around: readonly FoundTicket[],
): Promise<ReadonlySet<string>> {
  const ids = [
    ...new Set(around.flatMap((ticket) => [ticket.ticketId, ticket.mergedInto?.ticketId ?? ticket.ticketId])),
  ];
  if (!sender || ids.length === 0) return new Set();
  const named = ctx.db
    .select({ ticketId: ticketParticipants.ticketId })
    .from(ticketParticipants)
    .where(and(inArray(ticketParticipants.ticketId, ids), eq(ticketParticipants.address, sender)));
  const requested = ctx.db
    .select({ ticketId: tickets.id })
    .from(customerAddresses)
    .innerJoin(tickets, eq(tickets.customerId, customerAddresses.customerId))
    .where(and(inArray(tickets.id, ids), eq(customerAddresses.address, sender)));
  const colleague = alias(customers, "colleague");
  const ofTheirCompany = ctx.db
    .select({ ticketId: tickets.id })
    .from(customerAddresses)
    .innerJoin(colleague, eq(colleague.id, customerAddresses.customerId))
    .innerJoin(customers, eq(customers.companyId, colleague.companyId))
    .innerJoin(tickets, eq(tickets.customerId, customers.id))
    .where(and(inArray(tickets.id, ids), eq(customerAddresses.address, sender)));
  return new Set((await union(named, requested, ofTheirCompany)).map((row) => row.ticketId));
}
