import { and, count, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { customerAddresses, outboundEmails } from "#db/schema/index.ts";
import { deadRecipients } from "#lib/domain/delivery/dead-recipients.ts";
import type { Bounce } from "#lib/domain/intake/parsed-email.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../transact.ts";

/** Marks whom mail cannot reach. The customer shows it, and nothing automatic is sent there any more. */
export async function markDeadAddresses(
  { tx, ctx }: Transaction,
  mail: typeof outboundEmails.$inferSelect,
  bounce: Bounce,
): Promise<void> {
  const sentTo = [...mail.to, ...mail.cc].map(({ address }) => address.toLowerCase());
  const earlier = new Map<string, number>();
  for (const address of sentTo) earlier.set(address, await earlierBounces(tx, address, mail.id));
  const dead = deadRecipients(sentTo, bounce.recipients, (address) => earlier.get(address) ?? 0);
  if (dead.length === 0) return;
  await tx
    .update(customerAddresses)
    .set({ bouncedAt: ctx.now })
    .where(inArray(customerAddresses.address, dead));
}

async function earlierBounces(tx: Transaction["tx"], address: string, than: string): Promise<number> {
  const [row] = await tx
    .select({ mails: count() })
    .from(outboundEmails)
    .where(
      and(
        ne(outboundEmails.id, than),
        sql`${outboundEmails.reports} <> '[]'::jsonb`,
        sql`${outboundEmails.reports} @> ${JSON.stringify([{ address, outcome: "bounced" }])}::jsonb`,
      ),
    );
  return row?.mails ?? 0;
}

/** Its owner wrote from it, and their domain says so: mail reaches it again. */
export async function markAddressAlive(ctx: Context, address: string): Promise<void> {
  await ctx.db
    .update(customerAddresses)
    .set({ bouncedAt: null })
    .where(and(eq(customerAddresses.address, address), isNotNull(customerAddresses.bouncedAt)));
}
