import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { agents, bulkChanges, bulkChangeTickets } from "#db/schema/index.ts";
import type { BulkChange } from "#lib/domain/lists/bulk-change.ts";
import { isAsLeft, statusBack, type TicketNow, valuesBefore } from "#lib/domain/lists/undo-bulk.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import { type Context, within } from "../context.ts";
import { ServiceError } from "../errors.ts";
import { type ChangeInput, changeTicket } from "../tickets/change-ticket.ts";
import { type Ticket, ticketForUpdate } from "../tickets/ticket-rows.ts";
import { setTrashed } from "../tickets/trash-ticket.ts";
import { type Transaction, transact } from "../transact.ts";

/** Tickets a run of the job; the next run is a job of its own, so that other sweeps have their turn. */
const perRun = 200;

type Row = typeof bulkChangeTickets.$inferSelect;
type Outcome = { outcome: Row["outcome"]; before?: Row["before"]; versionAfter?: number };

/**
 * Does, or takes back, the next page of a bulk change, a transaction each ticket, as the person who asked for it.
 * A second run finds what is done done. Returns how many tickets it met.
 */
export async function goOnWithBulkChange(ctx: Context, bulkChangeId: string): Promise<number> {
  ctx.must("clock.sweep");
  const [bulk] = await ctx.db.select().from(bulkChanges).where(eq(bulkChanges.id, bulkChangeId));
  if (!bulk || bulk.state === "done" || bulk.state === "undone") return 0;
  const isUndoing = bulk.state === "undoing";
  const actor = await personOf(ctx, bulk.agentId);
  const wanted = isUndoing ? "changed" : "waiting";
  const rows = await ctx.db
    .select()
    .from(bulkChangeTickets)
    .where(and(eq(bulkChangeTickets.bulkChangeId, bulkChangeId), eq(bulkChangeTickets.outcome, wanted)))
    .orderBy(asc(bulkChangeTickets.ticketId))
    .limit(perRun);
  for (const { ticketId } of rows) {
    const work = (transaction: Transaction, row: Row) =>
      isUndoing ? takeBack(transaction, bulk.change, row) : apply(transaction, bulk.change, row);
    await one(within(ctx, { actor, now: new Date() }), { bulkChangeId, ticketId, wanted }, work);
  }
  await transact(ctx, async ({ tx, enqueue }) => {
    if (rows.length === perRun) return enqueue("tickets.bulk_change", { bulkChangeId });
    await tx
      .update(bulkChanges)
      .set({ state: isUndoing ? "undone" : "done", finishedAt: ctx.now })
      .where(and(eq(bulkChanges.id, bulkChangeId), eq(bulkChanges.state, bulk.state)));
    await tx.execute(sql`select pg_notify('baton_live', ${JSON.stringify({ type: "bulk.finished" })})`);
  });
  return rows.length;
}

async function personOf(ctx: Context, agentId: string): Promise<Actor> {
  const [agent] = await ctx.db.select().from(agents).where(eq(agents.id, agentId));
  return { kind: "agent", id: agentId, name: agent?.name ?? "", role: agent?.role ?? "agent" };
}

/** A refusal is an outcome of that ticket; it holds up no other. */
async function one(
  ctx: Context,
  { bulkChangeId, ticketId, wanted }: { bulkChangeId: string; ticketId: string; wanted: Row["outcome"] },
  work: (transaction: Transaction, row: Row) => Promise<Outcome>,
): Promise<void> {
  const row = and(eq(bulkChangeTickets.bulkChangeId, bulkChangeId), eq(bulkChangeTickets.ticketId, ticketId));
  try {
    await transact(ctx, async (transaction) => {
      const [claimed] = await transaction.tx.select().from(bulkChangeTickets).where(row).for("update");
      if (claimed?.outcome !== wanted) return;
      await transaction.tx
        .update(bulkChangeTickets)
        .set(await work(transaction, claimed))
        .where(row);
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const outcome = wanted === "waiting" ? ("refused" as const) : ("kept" as const);
    await ctx.db
      .update(bulkChangeTickets)
      .set({ outcome, error: error.message })
      .where(and(row, inArray(bulkChangeTickets.outcome, [wanted])));
  }
}

async function apply(transaction: Transaction, change: BulkChange, { ticketId }: Row): Promise<Outcome> {
  const ticket = await ticketForUpdate(transaction.tx, ticketId);
  const { addTags, trashed, ...direct } = change;
  let changed = await changeTicket(transaction.ctx, {
    ticketId,
    ...direct,
    ...(addTags && { tags: [...new Set([...ticket.tags, ...addTags])] }),
  });
  if (trashed !== undefined) changed = await setTrashed(transaction, changed, trashed);
  if (changed.version === ticket.version) return { outcome: "unchanged" };
  return { outcome: "changed", before: valuesBefore(change, now(ticket)), versionAfter: changed.version };
}

async function takeBack(transaction: Transaction, change: BulkChange, row: Row): Promise<Outcome> {
  const ticket = await ticketForUpdate(transaction.tx, row.ticketId);
  const before = row.before ?? {};
  if (!isAsLeft(change, before, now(ticket))) return { outcome: "kept" };
  const { status, trashed, queuePinned: _, ...direct } = before;
  const back: ChangeInput = {
    ticketId: row.ticketId,
    ...direct,
    ...(status && status !== ticket.status && { status: statusBack(ticket.status, status) }),
  };
  const restored = trashed === undefined ? ticket : await setTrashed(transaction, ticket, trashed);
  const changed = await changeTicket(transaction.ctx, { ...back, ticketId: restored.id });
  return { outcome: "undone", versionAfter: changed.version };
}

const now = (ticket: Ticket): TicketNow => ({ ...ticket, trashed: ticket.trashedAt !== null });
