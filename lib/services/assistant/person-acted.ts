import { and, eq, gt, inArray } from "drizzle-orm";
import { ticketEvents } from "#db/schema/index.ts";
import type { TicketEventType } from "#lib/domain/tickets/events.ts";
import type { Transaction } from "../transact.ts";

const acts: TicketEventType[] = [
  "message.replied",
  "message.noted",
  "ticket.status_changed",
  "ticket.priority_changed",
  "ticket.assigned",
  "ticket.queue_changed",
  "ticket.category_changed",
  "ticket.merged",
  "ticket.marked_spam",
];

/** Whether a person did anything on the ticket after an instant: from then on the assistant steps back. */
export async function personActedSince({ tx }: Transaction, ticketId: string, since: Date): Promise<boolean> {
  const [act] = await tx
    .select({ seq: ticketEvents.seq })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticketId),
        gt(ticketEvents.at, since),
        inArray(ticketEvents.actorKind, ["agent", "token"]),
        inArray(ticketEvents.type, acts),
      ),
    )
    .limit(1);
  return act !== undefined;
}
