import { eq } from "drizzle-orm";
import { mailboxes } from "#db/schema/index.ts";
import { mailboxAddresses } from "#lib/domain/intake/peek-headers.ts";
import type { Context } from "../context.ts";

/** Read by a person wherever mail is taken (RFC 5321 §4.5.1, RFC 2142). */
const always = ["postmaster", "abuse"];

/**
 * Whether mail to this address belongs to the desk: an active mailbox, tagged or not; the desk's postmaster; or
 * `bounce+…` where one of our mailboxes is, because that is where our own mail comes back to.
 */
export async function acceptsRecipient(ctx: Context, address: string): Promise<boolean> {
  // RFC 5321 §4.5.1: the one address without a domain.
  if (address.toLowerCase() === "postmaster") return true;
  const [plain] = mailboxAddresses([address]);
  const at = plain?.lastIndexOf("@") ?? -1;
  if (!plain || at < 1) return false;
  const [local, domain] = [plain.slice(0, at), plain.slice(at + 1)];
  const active = await ctx.db
    .select({ address: mailboxes.address })
    .from(mailboxes)
    .where(eq(mailboxes.active, true));
  if (active.some((mailbox) => mailbox.address === plain)) return true;
  const isOurs =
    domain === ctx.config.mailDomain.toLowerCase() ||
    active.some((mailbox) => mailbox.address.endsWith(`@${domain}`));
  return isOurs && (always.includes(local) || /^bounce\+/i.test(address.trim().replace(/^</, "")));
}
