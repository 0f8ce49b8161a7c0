import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { imapFolders, imapMails, imapStumbles, mailboxConnections } from "#db/schema/index.ts";
import { maxFetchTries } from "#lib/domain/mailboxes/connection.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";
import { ServiceError } from "../errors.ts";
import { recordInboundEmail } from "../intake/record-inbound-email.ts";

type Uid = { folder: string; uidValidity: number; uid: number };

/** What is remembered of one mailbox on another server: how far it was read, what failed, and how it is. */
export function imapMemory(context: () => Context, mailbox: { id: string; address: string }) {
  const mailboxId = mailbox.id;
  const isMail = ({ folder, uidValidity, uid }: Uid) =>
    and(
      eq(imapStumbles.mailboxId, mailboxId),
      eq(imapStumbles.folder, folder),
      eq(imapStumbles.uidValidity, uidValidity),
      eq(imapStumbles.uid, uid),
    );

  const isFolder = (folder: string) =>
    and(eq(imapFolders.mailboxId, mailboxId), eq(imapFolders.folder, folder));

  return {
    async position(folder: string): Promise<{ uidValidity: number; lastUid: number } | null> {
      const [row] = await context()
        .db.select({ uidValidity: imapFolders.uidValidity, lastUid: imapFolders.lastUid })
        .from(imapFolders)
        .where(isFolder(folder));
      return row ?? null;
    },

    async reach(folder: string, position: { uidValidity: number; lastUid: number }): Promise<void> {
      const ctx = context();
      const values = { ...position, checkedAt: ctx.now };
      await ctx.db
        .insert(imapFolders)
        .values({ mailboxId, folder, ...values })
        .onConflictDoUpdate({ target: [imapFolders.mailboxId, imapFolders.folder], set: values });
    },

    /** Those that have tries left. What is quarantined waits for a person. */
    async stumbles(folder: string, uidValidity: number): Promise<number[]> {
      const rows = await context()
        .db.select({ uid: imapStumbles.uid })
        .from(imapStumbles)
        .where(
          and(
            eq(imapStumbles.mailboxId, mailboxId),
            eq(imapStumbles.folder, folder),
            eq(imapStumbles.uidValidity, uidValidity),
            isNull(imapStumbles.quarantinedAt),
          ),
        )
        .orderBy(imapStumbles.uid)
        .limit(500);
      return rows.map((row) => row.uid);
    },

    async stumble(mail: Uid, error: string): Promise<boolean> {
      const ctx = context();
      const lastError = truncate(clean(error), 1000);
      const attempts = sql`${imapStumbles.attempts} + 1`;
      const [row] = await ctx.db
        .insert(imapStumbles)
        .values({ mailboxId, ...mail, attempts: 1, lastError, createdAt: ctx.now })
        .onConflictDoUpdate({
          target: [imapStumbles.mailboxId, imapStumbles.folder, imapStumbles.uidValidity, imapStumbles.uid],
          set: {
            attempts,
            lastError,
            quarantinedAt: sql`case when ${attempts} >= ${maxFetchTries} then ${ctx.now.toISOString()}::timestamptz end`,
          },
        })
        .returning({ quarantinedAt: imapStumbles.quarantinedAt });
      return Boolean(row?.quarantinedAt);
    },

    async recover(mail: Uid): Promise<void> {
      const { db } = context();
      const gone = await db
        .delete(imapStumbles)
        .where(isMail(mail))
        .returning({ wasMissing: imapStumbles.wasMissing });
      if (!gone[0]?.wasMissing) return;
      await db
        .update(imapFolders)
        .set({
          backfilledMails: sql`${imapFolders.backfilledMails} + 1`,
          missingMails: sql`greatest(0, ${imapFolders.missingMails} - 1)`,
        })
        .where(isFolder(mail.folder));
    },

    async isComparisonDue(folder: string, everyMs: number): Promise<boolean> {
      const ctx = context();
      const [row] = await ctx.db
        .select({ at: imapFolders.comparedAt, wantedAt: imapFolders.compareWantedAt })
        .from(imapFolders)
        .where(isFolder(folder));
      if (!row?.at) return true;
      return (
        row.at.getTime() <= ctx.now.getTime() - everyMs || (row.wantedAt !== null && row.wantedAt > row.at)
      );
    },

    async unknown(folder: string, uidValidity: number, uids: readonly number[]): Promise<number[]> {
      const unknown: number[] = [];
      for (let at = 0; at < uids.length; at += 10_000) {
        const asked = `{${uids.slice(at, at + 10_000).join(",")}}`;
        const { rows } = await context().db.execute<{ uid: string }>(sql`
          select uid from unnest(${asked}::bigint[]) as uid
          where not exists (select 1 from ${imapMails} m where m.mailbox_id = ${mailboxId}
              and m.folder = ${folder} and m.uid_validity = ${uidValidity} and m.uid = uid.uid)
            and not exists (select 1 from ${imapStumbles} s where s.mailbox_id = ${mailboxId}
              and s.folder = ${folder} and s.uid_validity = ${uidValidity} and s.uid = uid.uid)`);
        unknown.push(...rows.map((row) => Number(row.uid)));
      }
      return unknown;
    },

    async compared(
      folder: string,
      found: { uidValidity: number; serverMails: number; missing: number[]; more: boolean },
    ): Promise<void> {
      const ctx = context();
      const { uidValidity, missing } = found;
      await ctx.db.transaction(async (tx) => {
        if (missing.length > 0) {
          const lastError = "It was passed over.";
          const rows = missing.map((uid) => ({
            mailboxId,
            folder,
            uidValidity,
            uid,
            attempts: 0,
            lastError,
          }));
          await tx
            .insert(imapStumbles)
            .values(rows.map((row) => ({ ...row, wasMissing: true, createdAt: ctx.now })))
            .onConflictDoNothing();
        }
        await tx
          .update(imapFolders)
          .set({
            comparedAt: found.more ? null : ctx.now,
            serverMails: found.serverMails,
            missingMails: missing.length,
          })
          .where(isFolder(folder));
        // What the server called them before it numbered anew.
        await tx
          .delete(imapMails)
          .where(
            and(
              eq(imapMails.mailboxId, mailboxId),
              eq(imapMails.folder, folder),
              ne(imapMails.uidValidity, uidValidity),
            ),
          );
      });
    },

    /** Mail in this mailbox is this mailbox's, whatever address it names. */
    async record(mail: Uid, raw: Buffer | AsyncIterable<Buffer>): Promise<void> {
      try {
        const to = [mailbox.address];
        const { id } = await recordInboundEmail(context(), { door: "imap", raw, envelopeTo: to });
        await context()
          .db.insert(imapMails)
          .values({ mailboxId, ...mail, inboundEmailId: id })
          .onConflictDoNothing();
      } catch (error) {
        const code = refusalOf(error);
        if (code === null) throw error;
        throw new ServiceError("invalid", `The mail could not be kept (${code}).`, { cause: error });
      }
    },

    async tell(state: { ok: true } | { ok: false; error: string }): Promise<void> {
      const ctx = context();
      const now = sql`${ctx.now.toISOString()}::timestamptz`;
      await ctx.db
        .update(mailboxConnections)
        .set(
          state.ok
            ? { lastSeenAt: ctx.now, failingSince: null, lastError: null }
            : {
                failingSince: sql`coalesce(${mailboxConnections.failingSince}, ${now})`,
                lastError: truncate(clean(state.error), 1000),
              },
        )
        .where(eq(mailboxConnections.mailboxId, mailboxId));
    },
  };
}

/** The SQLSTATE with which the database refused this very mail; null when it is away, full, busy or at odds. */
function refusalOf(error: unknown): string | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code: unknown = Reflect.get(Object(cause), "code");
  return typeof code === "string" &&
    /^(?=.*\d)[0-9A-Z]{5}$/.test(code) &&
    !/^(?:08|25|40|53|55|57|58|XX)/.test(code)
    ? code
    : null;
}
