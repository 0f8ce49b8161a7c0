import { and, asc, count, eq, gt, isNotNull, sql } from "drizzle-orm";
import { imapFolders, imapStumbles, mailboxConnections, mailboxes } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";

/** One folder on another server beside the ledger. */
export interface ComparedFolder {
  mailboxId: string;
  address: string;
  folder: string;
  /** null: not yet. */
  comparedAt: string | null;
  /** Asked for, and not done yet. */
  waiting: boolean;
  serverMails: number;
  missingMails: number;
  backfilledMails: number;
  /** Set aside after three tries: a person has its stand-in. */
  quarantined: number;
}

export async function readComparisons(ctx: Context): Promise<ComparedFolder[]> {
  ctx.must("ledger.read");
  const aside = ctx.db
    .select({ mailboxId: imapStumbles.mailboxId, folder: imapStumbles.folder, mails: count().as("mails") })
    .from(imapStumbles)
    .where(isNotNull(imapStumbles.quarantinedAt))
    .groupBy(imapStumbles.mailboxId, imapStumbles.folder)
    .as("aside");
  const rows = await ctx.db
    .select({
      row: imapFolders,
      address: mailboxes.address,
      quarantined: aside.mails,
      waiting: sql<boolean>`coalesce(${gt(imapFolders.compareWantedAt, imapFolders.comparedAt)}, false)`,
    })
    .from(imapFolders)
    .innerJoin(mailboxes, eq(mailboxes.id, imapFolders.mailboxId))
    .innerJoin(mailboxConnections, eq(mailboxConnections.mailboxId, imapFolders.mailboxId))
    .leftJoin(aside, and(eq(aside.mailboxId, imapFolders.mailboxId), eq(aside.folder, imapFolders.folder)))
    .where(and(isNotNull(mailboxConnections.imap), eq(mailboxes.active, true)))
    .orderBy(asc(mailboxes.address), asc(imapFolders.folder))
    .limit(200);
  return rows.map(({ row, address, quarantined, waiting }) => ({
    mailboxId: row.mailboxId,
    address,
    folder: row.folder,
    comparedAt: row.comparedAt?.toISOString() ?? null,
    waiting,
    serverMails: row.serverMails,
    missingMails: row.missingMails,
    backfilledMails: row.backfilledMails,
    quarantined: quarantined ?? 0,
  }));
}
