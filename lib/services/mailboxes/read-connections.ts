import { and, eq, isNotNull, ne } from "drizzle-orm";
import { mailboxConnections, mailboxes } from "#db/schema/index.ts";
import type { MailboxSecrets } from "#lib/domain/mailboxes/connection.ts";
import type { Context } from "../context.ts";
import { openKey, openSecrets } from "./mailbox-secrets.ts";

export type MailboxConnection = Omit<typeof mailboxConnections.$inferSelect, "secrets" | "dkimPrivateKey"> & {
  address: string;
  secrets: MailboxSecrets;
  dkimPrivateKey: string | null;
};

/** The mailboxes that are read over IMAP: who they are and which settings they have by now. */
export async function imapMailboxes(
  ctx: Context,
): Promise<{ id: string; address: string; version: number }[]> {
  ctx.must("inbound.record");
  return ctx.db
    .select({ id: mailboxes.id, address: mailboxes.address, version: mailboxConnections.version })
    .from(mailboxConnections)
    .innerJoin(mailboxes, eq(mailboxes.id, mailboxConnections.mailboxId))
    .where(and(eq(mailboxes.active, true), isNotNull(mailboxConnections.imap)));
}

/** The mailboxes that sign in with a token. */
export async function tokenMailboxes(ctx: Context): Promise<{ id: string }[]> {
  ctx.must("inbound.record");
  return ctx.db
    .select({ id: mailboxes.id })
    .from(mailboxConnections)
    .innerJoin(mailboxes, eq(mailboxes.id, mailboxConnections.mailboxId))
    .where(and(eq(mailboxes.active, true), ne(mailboxConnections.auth, "password")));
}

/** With its secrets open: for the workers, never for a page. */
export async function readConnection(ctx: Context, mailboxId: string): Promise<MailboxConnection | null> {
  ctx.must("inbound.record");
  const [row] = await ctx.db
    .select({ connection: mailboxConnections, address: mailboxes.address })
    .from(mailboxConnections)
    .innerJoin(mailboxes, eq(mailboxes.id, mailboxConnections.mailboxId))
    .where(eq(mailboxConnections.mailboxId, mailboxId));
  if (!row) return null;
  const owner = { secret: ctx.config.secret, mailboxId };
  return {
    ...row.connection,
    address: row.address,
    secrets: openSecrets(owner, row.connection.secrets),
    dkimPrivateKey: openKey(owner, row.connection.dkimPrivateKey),
  };
}
