import { eq, sql } from "drizzle-orm";
import { customerAddresses, customers } from "#db/schema/index.ts";
import { truncate } from "#lib/domain/text/clean.ts";
import type { Transaction } from "../transact.ts";

/**
 * The customer who owns an address; made when nobody does. Two mails of a new customer at once make one
 * customer: the second waits for the first on the unique address.
 */
export async function customerOfAddress(
  { tx, ctx }: Transaction,
  who: { address: string; name: string; locale?: string | null },
): Promise<{ id: string; vip: boolean; isNew: boolean }> {
  const address = who.address.toLowerCase();
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`customer ${address}`}, 0))`);
  const [known] = await tx
    .select({ id: customers.id, vip: customers.vip, name: customers.name })
    .from(customerAddresses)
    .innerJoin(customers, eq(customers.id, customerAddresses.customerId))
    .where(eq(customerAddresses.address, address));
  if (known) {
    if (known.name === "" && who.name !== "") {
      await tx
        .update(customers)
        .set({ name: truncate(who.name, 300) })
        .where(eq(customers.id, known.id));
    }
    return { id: known.id, vip: known.vip, isNew: false };
  }

  const [customer] = await tx
    .insert(customers)
    .values({ name: truncate(who.name, 300), locale: who.locale ?? null, createdAt: ctx.now })
    .returning({ id: customers.id, vip: customers.vip });
  await tx.insert(customerAddresses).values({ customerId: customer!.id, address });
  return { ...customer!, isNew: true };
}
