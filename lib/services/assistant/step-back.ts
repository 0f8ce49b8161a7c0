import { and, eq, inArray } from "drizzle-orm";
import { drafts } from "#db/schema/index.ts";
import type { Ticket, TicketChanges } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";

/** A person has answered: what the assistant had ready is put aside. Returns what that changes on the ticket. */
export async function stepBack({ tx, ctx }: Transaction, ticket: Ticket): Promise<TicketChanges> {
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
  const hadOneReady = ticket.assistantState === "draft_ready" || ticket.assistantState === "held";
  return hadOneReady ? { assistantState: "handed_off" } : {};
}
