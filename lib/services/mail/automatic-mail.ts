import { and, count, eq, gt, isNotNull, sql } from "drizzle-orm";
import { customerAddresses, outboundEmails } from "#db/schema/index.ts";
import type { Transaction } from "../transact.ts";

const hourMs = 3_600_000;
const maxAnHour = 2;
const maxADay = 5;

export type AutomaticMailVerdict =
  | { allowed: true }
  | { allowed: false; reason: "hourly_cap" | "daily_cap" | "address_bounced" };

/**
 * Whether one more automatic mail may go to an address. Two desks can answer each other without a single
 * header, so the last defence is a count. Locks the address, so that two at once are counted one by one.
 */
export async function mayMailAutomatically(
  { tx, ctx }: Transaction,
  address: string,
): Promise<AutomaticMailVerdict> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`automatic mail ${address}`}, 0))`);
  const [bounced] = await tx
    .select({ id: customerAddresses.id })
    .from(customerAddresses)
    .where(and(eq(customerAddresses.address, address), isNotNull(customerAddresses.bouncedAt)));
  if (bounced) return { allowed: false, reason: "address_bounced" };
  if ((await sentSince(tx, address, new Date(ctx.now.getTime() - hourMs))) >= maxAnHour) {
    return { allowed: false, reason: "hourly_cap" };
  }
  if ((await sentSince(tx, address, new Date(ctx.now.getTime() - 24 * hourMs))) >= maxADay) {
    return { allowed: false, reason: "daily_cap" };
  }
  return { allowed: true };
}

async function sentSince(tx: Transaction["tx"], address: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ mails: count() })
    .from(outboundEmails)
    .where(
      and(
        eq(outboundEmails.automatic, true),
        gt(outboundEmails.createdAt, since),
        sql`${outboundEmails.to} @> ${JSON.stringify([{ address }])}::jsonb`,
      ),
    );
  return row?.mails ?? 0;
}
