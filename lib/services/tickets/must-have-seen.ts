import { and, eq, gt, inArray, isNull, ne, or } from "drizzle-orm";
import { messages, ticketEvents } from "#db/schema/index.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import { conflict } from "../errors.ts";
import type { Transaction } from "../transact.ts";
import type { Ticket } from "./ticket-rows.ts";

/** Refuses when a public message came after the newest one on the writer's screen. */
export async function mustHaveSeenMessages(
  { tx, ctx }: Transaction,
  ticket: Ticket,
  seenMessageId: string,
): Promise<void> {
  const [seen] = await tx
    .select({ createdAt: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.id, seenMessageId), eq(messages.ticketId, ticket.id)));
  if (!seen) throw conflict("The message you had open is not on this ticket any more.");
  const mine = ctx.actor.kind === "agent" ? ctx.actor.id : null;
  const [unseen] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticket.id),
        eq(messages.kind, "reply"),
        isNull(messages.autoKind),
        or(
          gt(messages.createdAt, seen.createdAt),
          and(eq(messages.createdAt, seen.createdAt), gt(messages.id, seenMessageId)),
        ),
        mine ? or(isNull(messages.agentId), ne(messages.agentId, mine)) : undefined,
      ),
    )
    .limit(1);
  if (unseen) throw conflict("A new message came in that you have not seen. Nothing was sent.");
}

/** What changes the ticket under the writer's hands: who has it, and where it stands. */
const telling = ["ticket.status_changed", "ticket.assigned", "ticket.merged", "ticket.merged_in"] as const;

/** Refuses when a colleague changed the ticket after the newest event on the writer's screen. */
export async function mustHaveSeenChanges(
  { tx, ctx }: Transaction,
  ticket: Ticket,
  seenEvent: number,
): Promise<void> {
  const [unseen] = await tx
    .select({ seq: ticketEvents.seq })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.ticketId, ticket.id),
        gt(ticketEvents.seq, seenEvent),
        inArray(ticketEvents.type, [...telling]),
        eq(ticketEvents.actorKind, "agent"),
        ne(ticketEvents.actorId, actorId(ctx.actor) ?? ticket.id),
      ),
    )
    .limit(1);
  if (unseen) throw conflict("A colleague changed this ticket meanwhile. Nothing was sent.");
}
