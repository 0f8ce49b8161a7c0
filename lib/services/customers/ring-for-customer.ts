import { and, desc, eq, notInArray, sql } from "drizzle-orm";
import { tickets } from "#db/schema/index.ts";
import type { Transaction } from "../transact.ts";

/** The screens that show one of this customer's open tickets fetch it anew. */
export async function ringForCustomer({ tx }: Transaction, customerId: string): Promise<void> {
  const open = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.customerId, customerId), notInArray(tickets.status, ["solved", "closed"])))
    .orderBy(desc(tickets.lastMessageAt))
    .limit(20);
  for (const { id } of open) {
    const event = JSON.stringify({ ticketId: id, type: "customer.changed" });
    await tx.execute(sql`select pg_notify('baton_live', ${event})`);
  }
}
