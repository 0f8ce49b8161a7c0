import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { customerAddresses, customers, tickets } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";

const BlockInput = z.strictObject({
  customerId: id(),
  blocked: z.boolean(),
  /** The ticket it was decided on; told on its timeline. */
  ticketId: id().optional(),
});

/**
 * From now on this sender's mail and forms make no ticket: the ledger keeps each with the reason. Or takes that back. Twice
 * the same changes nothing.
 */
export async function blockCustomer(ctx: Context, input: z.input<typeof BlockInput>): Promise<void> {
  ctx.must("customer.update");
  const { customerId, blocked, ticketId } = parseInput(BlockInput, input);

  await transact(ctx, async ({ tx, emit, audit }) => {
    const [customer] = await tx.select().from(customers).where(eq(customers.id, customerId)).for("update");
    if (!customer) throw notFound("customer");
    if (ticketId) {
      const theirs = and(eq(tickets.id, ticketId), eq(tickets.customerId, customerId));
      if ((await tx.$count(tickets, theirs)) === 0) throw notFound("ticket");
    }
    if ((customer.blockedAt !== null) === blocked) return;
    await tx
      .update(customers)
      .set({ blockedAt: blocked ? ctx.now : null })
      .where(eq(customers.id, customerId));
    if (ticketId) await emit({ type: "customer.blocked", ticketId, blocked });
    else await audit("customer.blocked", `customer:${customerId}`, { blocked });
  });
}

/** Whether the one behind this address is blocked. */
export async function isBlockedAddress(db: Db, address: string): Promise<boolean> {
  const [row] = await db
    .select({ id: customers.id })
    .from(customerAddresses)
    .innerJoin(customers, eq(customers.id, customerAddresses.customerId))
    .where(and(eq(customerAddresses.address, address.toLowerCase()), isNotNull(customers.blockedAt)));
  return row !== undefined;
}
