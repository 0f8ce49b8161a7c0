import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { agents, messages, outboundEmails } from "#db/schema/index.ts";
import { longestUndoMs } from "#lib/domain/delivery/put-off.ts";
import type { Transaction } from "../transact.ts";
import { type Ticket, ticketForUpdate } from "./ticket-rows.ts";
import { takeBack } from "./undo-reply.ts";

/**
 * The customer has written: a reply that was to leave later does not know what they said. Each goes back into the draft of who
 * wrote it. Returns the ticket as it is then.
 */
export async function stopScheduledReplies(transaction: Transaction, ticket: Ticket): Promise<Ticket> {
  const { tx, ctx } = transaction;
  const waiting = await tx
    .select({ message: messages, writer: agents })
    .from(outboundEmails)
    .innerJoin(messages, eq(messages.id, outboundEmails.ticketMessageId))
    .innerJoin(agents, eq(agents.id, messages.agentId))
    .where(
      and(
        eq(outboundEmails.ticketId, ticket.id),
        eq(outboundEmails.state, "queued"),
        eq(outboundEmails.kind, "agent"),
        isNull(outboundEmails.sendingSince),
        isNotNull(messages.agentId),
        gt(outboundEmails.sendAt, ctx.now),
        gt(
          outboundEmails.sendAt,
          sql`${outboundEmails.createdAt} + ${`${longestUndoMs} milliseconds`}::interval`,
        ),
      ),
    )
    .orderBy(messages.createdAt, messages.id);
  let now = ticket;
  for (const { message, writer } of waiting) {
    const { id, name, role } = writer;
    await takeBack(transaction, now, message, {
      writer: { kind: "agent", id, name, role },
      why: "customer_wrote",
    });
    now = await ticketForUpdate(tx, ticket.id);
  }
  return now;
}
