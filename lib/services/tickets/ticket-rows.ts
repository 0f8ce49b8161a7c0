import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { tickets } from "#db/schema/index.ts";
import { isOpen, move, type TicketStatus } from "#lib/domain/tickets/status.ts";
import { conflict, notFound } from "../errors.ts";
import { promiseRating, withdrawQuestion } from "../ratings/promise-rating.ts";
import type { Transaction } from "../transact.ts";
import { mustBeFilled } from "./field-values.ts";

export type Ticket = typeof tickets.$inferSelect;
export type TicketChanges = Partial<
  Omit<typeof tickets.$inferInsert, "id" | "number" | "version" | "updatedAt">
>;

/** The ticket, locked until the transaction ends. A merged ticket leads to the one it was merged into. */
export async function ticketForUpdate(tx: Db, ticketId: string): Promise<Ticket> {
  const [ticket] = await tx.select().from(tickets).where(eq(tickets.id, ticketId)).for("update");
  if (!ticket) throw notFound("ticket");
  return ticket.mergedIntoId ? ticketForUpdate(tx, ticket.mergedIntoId) : ticket;
}

/** Refuses when somebody wrote since `version` was read. */
export function mustBeVersion(ticket: Ticket, version: number | undefined): void {
  if (version !== undefined && version !== ticket.version) {
    throw conflict("The ticket has changed since you opened it. Look at it again, then repeat your change.");
  }
}

/** Writes the row and counts its version up: the one way a ticket changes. */
export async function updateTicket(
  { tx, ctx }: Transaction,
  ticket: Ticket,
  changes: TicketChanges,
): Promise<Ticket> {
  const [changed] = await tx
    .update(tickets)
    .set({ ...changes, version: sql`${tickets.version} + 1`, updatedAt: ctx.now })
    .where(eq(tickets.id, ticket.id))
    .returning();
  if (!changed) throw notFound("ticket");
  return changed;
}

/**
 * Moves the status by the table of allowed moves and writes what follows from it. A person who solves has filled in
 * what the desk asks for; the assistant and the customer are not asked, nor is who takes a reply back.
 */
export async function setStatus(
  transaction: Transaction,
  ticket: Ticket,
  to: TicketStatus,
  options: { why?: string; closesAt?: Date | null } = {},
): Promise<Ticket> {
  const outcome = move(ticket.status, to);
  if (outcome.kind === "unchanged") return ticket;
  if (outcome.kind === "refused") throw conflict(`A ${ticket.status} ticket cannot become ${to}.`);

  const { now, actor } = transaction.ctx;
  const solves = to === "solved" && options.why !== "undone";
  if (solves && (actor.kind === "agent" || actor.kind === "token"))
    await mustBeFilled(transaction, ticket.id);
  const changed = await updateTicket(transaction, ticket, {
    status: to,
    closesAt: options.closesAt ?? null,
    ...(to === "solved" && { solvedAt: now, waitingSince: null }),
    ...(to === "closed" && { closedAt: now }),
    ...(!isOpen(to) && { snoozedAt: null, snoozedUntil: null }),
    ...(isOpen(to) && { solvedAt: null }),
  });
  await transaction.emit({
    type: "ticket.status_changed",
    ticketId: ticket.id,
    from: outcome.from,
    to: outcome.to,
    why: options.why,
  });
  if (to === "solved") await promiseRating(transaction, changed);
  if (ticket.status === "solved" && isOpen(to)) await withdrawQuestion(transaction, ticket.id);
  return changed;
}
