import { and, eq, inArray } from "drizzle-orm";
import { mailboxes } from "#db/schema/index.ts";
import { mailboxAddresses } from "#lib/domain/intake/peek-headers.ts";
import type { Context } from "../context.ts";

/** Whether mail to this address belongs to the desk: anything at its own domain, or an active mailbox, tagged or not. */
export async function acceptsRecipient(ctx: Context, address: string): Promise<boolean> {
  const at = address.lastIndexOf("@");
  if (at < 1) return false;
  if (address.slice(at + 1).toLowerCase() === ctx.config.mailDomain.toLowerCase()) return true;
  const named = mailboxAddresses([address]);
  if (named.length === 0) return false;
  const [mailbox] = await ctx.db
    .select({ id: mailboxes.id })
    .from(mailboxes)
    .where(and(eq(mailboxes.active, true), inArray(mailboxes.address, named)))
    .limit(1);
  if (mailbox) return true;
  // A mail that we sent bounces to bounce+…@ the domain of one of our mailboxes.
  if (!address.toLowerCase().startsWith("bounce+")) return false;
  const domain = address.slice(at + 1).toLowerCase();
  const active = await ctx.db
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(eq(mailboxes.active, true));
  return active.some((one) => one.address.endsWith(`@${domain}`));
}
