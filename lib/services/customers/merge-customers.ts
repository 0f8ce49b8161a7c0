import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import {
  customerAddresses,
  customerEvents,
  customerMerges,
  customerOrders,
  customers,
  messages,
  tickets,
} from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { emailAddress, id, parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { ringForCustomer } from "./ring-for-customer.ts";

const MergeInput = z.strictObject({
  /** Who stays. */
  customerId: id(),
  /** An address of the record that goes into them. */
  address: emailAddress(),
  /** The ticket it was decided on; told on its timeline. */
  ticketId: id(),
});

type Customer = typeof customers.$inferSelect;

/**
 * Two records of one person become one: addresses, tickets, orders and events move, nothing is thrown away. Throws
 * `not_found` for an address nobody has, `conflict` when a shop's system knows both under ids of their own.
 */
export async function mergeCustomers(
  ctx: Context,
  input: z.input<typeof MergeInput>,
): Promise<{ mergeId: string }> {
  ctx.must("customer.update");
  const { customerId, address, ticketId } = parseInput(MergeInput, input);

  return transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const [owner] = await tx
      .select({ id: customerAddresses.customerId })
      .from(customerAddresses)
      .where(eq(customerAddresses.address, address));
    if (!owner) throw notFound("customer");
    if (owner.id === customerId) throw invalid("It is theirs already.", { address: "itself" });
    const { source, target } = await lockPair(transaction, owner.id, customerId);
    const theirs = and(eq(tickets.id, ticketId), eq(tickets.customerId, target.id));
    if ((await tx.$count(tickets, theirs)) === 0) throw notFound("ticket");
    if (source.externalId && target.externalId)
      throw conflict("The shop's system knows both, each under an id of its own.");

    const moved = {
      addressIds: await moveAll(transaction, customerAddresses, source.id, target.id),
      ticketIds: await moveAll(transaction, tickets, source.id, target.id),
      messageIds: await moveAll(transaction, messages, source.id, target.id),
      orderIds: await moveAll(transaction, customerOrders, source.id, target.id),
      eventIds: await moveEvents(transaction, source.id, target.id),
      externalId: source.externalId,
    };
    if (source.externalId) await moveExternalId(transaction, source, target, source.externalId);
    const [merge] = await tx
      .insert(customerMerges)
      .values({
        sourceId: source.id,
        targetId: target.id,
        agentId: ctx.actor.kind === "agent" ? ctx.actor.id : null,
        moved,
        createdAt: ctx.now,
      })
      .returning({ id: customerMerges.id });
    await countTickets(transaction, [source.id, target.id]);
    await emit({ type: "customer.merged", ticketId, mergeId: merge!.id, name: source.name || address });
    await ringForCustomer(transaction, target.id);
    return { mergeId: merge!.id };
  });
}

const UndoInput = z.strictObject({ mergeId: id(), ticketId: id() });

/** Takes a merge back: what moved returns. What came since stays where it came. Throws `conflict` the second time. */
export async function undoCustomerMerge(ctx: Context, input: z.input<typeof UndoInput>): Promise<void> {
  ctx.must("customer.update");
  const { mergeId, ticketId } = parseInput(UndoInput, input);

  await transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const [merge] = await tx.select().from(customerMerges).where(eq(customerMerges.id, mergeId));
    if (!merge) throw notFound("merge");
    const { source, target } = await lockPair(transaction, merge.sourceId, merge.targetId);
    const [undone] = await tx
      .update(customerMerges)
      .set({ undoneAt: ctx.now })
      .where(and(eq(customerMerges.id, mergeId), isNull(customerMerges.undoneAt)))
      .returning({ moved: customerMerges.moved });
    if (!undone) throw conflict("This merge was taken back already.");
    const { moved } = undone;
    await moveBack(transaction, customerAddresses, moved.addressIds, source.id, target.id);
    await moveBack(transaction, tickets, moved.ticketIds, source.id, target.id);
    await moveBack(transaction, messages, moved.messageIds, source.id, target.id);
    await moveBack(transaction, customerOrders, moved.orderIds, source.id, target.id);
    await moveBack(transaction, customerEvents, moved.eventIds, source.id, target.id);
    if (moved.externalId && target.externalId === moved.externalId)
      await moveExternalId(transaction, target, source, moved.externalId);
    await countTickets(transaction, [source.id, target.id]);
    await emit({ type: "customer.merge_undone", ticketId, mergeId, name: source.name });
    await ringForCustomer(transaction, target.id);
    await ringForCustomer(transaction, source.id);
  });
}

/** Both rows, locked in one order whoever asks. */
async function lockPair({ tx }: Transaction, sourceId: string, targetId: string) {
  const rows = await tx
    .select()
    .from(customers)
    .where(inArray(customers.id, [sourceId, targetId]))
    .orderBy(asc(customers.id))
    .for("update");
  const source = rows.find((row) => row.id === sourceId);
  const target = rows.find((row) => row.id === targetId);
  if (!source || !target) throw notFound("customer");
  return { source, target };
}

/** A table whose rows are some customer's. */
type Owned = PgTable & { id: PgColumn; customerId: PgColumn };

async function moveAll({ tx }: Transaction, table: Owned, from: string, to: string): Promise<string[]> {
  const rows = await tx
    .update(table)
    .set({ customerId: to })
    .where(eq(table.customerId, from))
    .returning({ id: table.id });
  return rows.map((row) => String(row.id));
}

/** An event that both were told of stays with the old record. */
async function moveEvents({ tx }: Transaction, from: string, to: string): Promise<string[]> {
  const rows = await tx
    .update(customerEvents)
    .set({ customerId: to })
    .where(
      and(
        eq(customerEvents.customerId, from),
        sql`not exists (select 1 from customer_events o where o.customer_id = ${to} and o.external_id = ${customerEvents.externalId})`,
      ),
    )
    .returning({ id: customerEvents.id });
  return rows.map((row) => row.id);
}

async function moveBack(
  { tx }: Transaction,
  table: Owned,
  ids: readonly string[],
  to: string,
  from: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(table)
    .set({ customerId: to })
    .where(and(inArray(table.id, [...ids]), eq(table.customerId, from)));
}

/** An id names one record at a time. */
async function moveExternalId({ tx }: Transaction, from: Customer, to: Customer, externalId: string) {
  await tx.update(customers).set({ externalId: null }).where(eq(customers.id, from.id));
  await tx.update(customers).set({ externalId }).where(eq(customers.id, to.id));
}

async function countTickets({ tx }: Transaction, customerIds: string[]): Promise<void> {
  await tx
    .update(customers)
    .set({ ticketCount: sql`(select count(*) from tickets t where t.customer_id = ${customers.id})` })
    .where(inArray(customers.id, customerIds));
}
