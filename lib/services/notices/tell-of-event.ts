import { eq } from "drizzle-orm";
import { ticketFollowers, tickets } from "#db/schema/index.ts";
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
      const causeId = `message:${event.messageId}`;
      const followers = await followersOf(transaction, ticketId);
      const people = [...(ticket?.assigneeId ? [ticket.assigneeId] : []), ...followers];
      await notify(transaction, people, { ticketId, kind: "customer_answered", causeId });
      return;
    }
    case "message.replied":
    case "message.noted":
    case "ticket.status_changed": {
      const others = (await followersOf(transaction, ticketId)).filter((id) => id !== actorId(by));
      // A reply and the status that goes with it are one piece of news.
      const causeId = `followed:${ticketId}:${transaction.ctx.now.getTime()}`;
      await notify(transaction, others, { ticketId, kind: "followed", causeId });
      return;
    }
  }
}

async function followersOf({ tx }: Transaction, ticketId: string): Promise<string[]> {
  const rows = await tx
    .select({ agentId: ticketFollowers.agentId })
    .from(ticketFollowers)
    .where(eq(ticketFollowers.ticketId, ticketId));
  return rows.map(({ agentId }) => agentId);
}
