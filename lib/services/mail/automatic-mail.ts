import { and, count, eq, gt, isNotNull, sql } from "drizzle-orm";
import { customerAddresses, outboundEmails } from "#db/schema/index.ts";
import {
  type AutomaticKind,
  type AutomaticMailVerdict,
  mayMailAutomatically,
} from "#lib/domain/delivery/automatic-caps.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { mailboxOf } from "./queue-email.ts";

const minuteMs = 60_000;

/** Asks the caps about one address. Locks the address, so that two at once are counted one by one. */
export async function automaticMailTo(
  transaction: Transaction,
  { ticket, address, kind }: { ticket: Ticket; address: string; kind: AutomaticKind },
): Promise<AutomaticMailVerdict> {
  const { tx, ctx } = transaction;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`automatic mail ${address}`}, 0))`);
  const [bounced] = await tx
    .select({ id: customerAddresses.id })
    .from(customerAddresses)
    .where(and(eq(customerAddresses.address, address), isNotNull(customerAddresses.bouncedAt)));
  const toAddress = sql`${outboundEmails.to} @> ${JSON.stringify([{ address }])}::jsonb`;
  const mailbox = await mailboxOf(transaction, ticket);
  const since = async (minutes: number, which: ReturnType<typeof sql>) => {
    const after = new Date(ctx.now.getTime() - minutes * minuteMs);
    const [row] = await tx
      .select({ mails: count() })
      .from(outboundEmails)
      .where(and(eq(outboundEmails.automatic, true), gt(outboundEmails.createdAt, after), which));
    return row?.mails ?? 0;
  };
  return mayMailAutomatically({
    kind,
    addressBounced: bounced !== undefined,
    tenMinutes: await since(10, toAddress),
    hour: await since(60, toAddress),
    day: await since(24 * 60, toAddress),
    mailboxHour: await since(60, sql`${outboundEmails.fromAddress} = ${mailbox.address}`),
  });
}
