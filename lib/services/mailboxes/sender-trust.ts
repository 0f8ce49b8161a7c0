import { eq } from "drizzle-orm";
import { mailboxConnections } from "#db/schema/index.ts";
import type { Context } from "../context.ts";

/** Whom the mailbox believes about senders. Nobody, where nothing is set. */
export async function senderTrust(
  ctx: Context,
  mailboxId: string | null,
): Promise<{ authservIds: string[]; trustedSealers: string[] }> {
  const [row] = mailboxId
    ? await ctx.db
        .select({
          authservIds: mailboxConnections.authservIds,
          trustedSealers: mailboxConnections.trustedSealers,
        })
        .from(mailboxConnections)
        .where(eq(mailboxConnections.mailboxId, mailboxId))
    : [];
  return row ?? { authservIds: [], trustedSealers: [] };
}
