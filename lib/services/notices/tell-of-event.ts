import { eq } from "drizzle-orm";
import { tickets } from "#db/schema/index.ts";
import { type Actor, actorId } from "#lib/domain/people/actor.ts";
import type { TicketEvent } from "#lib/domain/tickets/events.ts";
import type { Transaction } from "../transact.ts";
import { notify } from "./notify.ts";

/** Tells the people whom an event concerns, never of what they did themselves. */
export async function tellOfEvent(
  transaction: Transaction,
  event: TicketEvent,
  { by, seq }: { by: Actor; seq: number },
): Promise<void> {
  const { ticketId } = event;
  switch (event.type) {
    case "ticket.assigned":
      if (event.to && event.to !== actorId(by)) {
        await notify(transaction, [event.to], { ticketId, kind: "assigned", causeId: `event:${seq}` });
      }
      return;
    case "message.received": {
      if (event.auto) return;
      const [ticket] = await transaction.tx
        .select({ assigneeId: tickets.assigneeId })
        .from(tickets)
        .where(eq(tickets.id, ticketId));
      if (!ticket?.assigneeId) return;
      const causeId = `message:${event.messageId}`;
      await notify(transaction, [ticket.assigneeId], { ticketId, kind: "customer_answered", causeId });
      return;
    }
  }
}
