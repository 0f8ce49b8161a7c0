import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { imapFolders, mailboxConnections } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";

/** Lays the server's list of mails beside the ledger now, and takes what is missing. The door starts anew for it. */
export async function compareMailbox(ctx: Context, input: { mailboxId: string }): Promise<void> {
  ctx.must("ledger.retry");
  const { mailboxId } = parseInput(z.strictObject({ mailboxId: id() }), input);
  await transact(ctx, async ({ tx, audit }) => {
    const [connection] = await tx
      .update(mailboxConnections)
      .set({ version: sql`${mailboxConnections.version} + 1` })
      .where(eq(mailboxConnections.mailboxId, mailboxId))
      .returning({ imap: mailboxConnections.imap });
    if (!connection?.imap) throw notFound("mailbox on another server");
    await tx
      .update(imapFolders)
      .set({ compareWantedAt: ctx.now })
      .where(eq(imapFolders.mailboxId, mailboxId));
    await audit("mailbox.compared", `mailbox:${mailboxId}`);
  });
}
