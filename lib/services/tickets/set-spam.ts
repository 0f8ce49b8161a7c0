import { and, eq, inArray, isNull } from "drizzle-orm";
import { drafts, tickets } from "#db/schema/index.ts";
import type { Transaction } from "../transact.ts";
import { tellWaiting } from "./merge-tickets.ts";
import { type Ticket, updateTicket } from "./ticket-rows.ts";

/** Spam leaves the lists, waits for nobody and is not answered by the machine. Taking it back brings all but the draft. */
export async function setSpam(transaction: Transaction, ticket: Ticket, isSpam: boolean): Promise<Ticket> {
  if (ticket.isSpam === isSpam) return ticket;
  const { tx, ctx, emit } = transaction;
  if (isSpam) {
    await tx
      .update(drafts)
      .set({ state: "superseded", updatedAt: ctx.now })
      .where(
        and(
          eq(drafts.ticketId, ticket.id),
          eq(drafts.authorKind, "assistant"),
          inArray(drafts.state, ["open", "held"]),
        ),
      );
  }
  const changed = await updateTicket(transaction, ticket, {
    isSpam,
    ...(isSpam && { assistantState: "off" as const, waitingSince: null }),
  });
  await emit({ type: "ticket.marked_spam", ticketId: ticket.id, spam: isSpam });
  if (isSpam) return changed;
  await tellWaiting(transaction, ticket.id);
  const [back] = await tx.select().from(tickets).where(eq(tickets.id, ticket.id));
  return back!;
}

/** What people marked teaches: who has only ever sent spam sends spam again, until somebody says otherwise. */
export async function isKnownForSpam({ tx }: Transaction, customerId: string): Promise<boolean> {
  const theirs = and(eq(tickets.customerId, customerId), isNull(tickets.mergedIntoId));
  const spam = await tx.$count(tickets, and(theirs, eq(tickets.isSpam, true)));
  return spam > 0 && (await tx.$count(tickets, and(theirs, eq(tickets.isSpam, false)))) === 0;
}
