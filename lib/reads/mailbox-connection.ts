import { and, count, desc, eq, isNotNull } from "drizzle-orm";
import {
  connectionTests,
  imapStumbles,
  mailboxConnections,
  mailboxes,
  oauthConsents,
} from "#db/schema/index.ts";
import { type AuthKind, alarmOf, type MailboxAlarm } from "#lib/domain/mailboxes/connection.ts";
import type { Context } from "#lib/services/context.ts";
import { consentPath } from "#lib/services/mailboxes/consent.ts";

/** How a mailbox is reached, for the settings: everything but its secrets, which nobody reads back. */
export async function readMailboxConnection(ctx: Context, mailboxId: string) {
  ctx.must("mailbox.write");
  const [row] = await ctx.db
    .select()
    .from(mailboxConnections)
    .where(eq(mailboxConnections.mailboxId, mailboxId));
  if (!row) return null;
  const { secrets, dkimPrivateKey, ...connection } = row;
  const tests = await ctx.db
    .select()
    .from(connectionTests)
    .where(eq(connectionTests.mailboxId, mailboxId))
    .orderBy(desc(connectionTests.createdAt))
    .limit(20);
  const [consent] = await ctx.db
    .select({ state: oauthConsents.state, error: oauthConsents.error, expiresAt: oauthConsents.expiresAt })
    .from(oauthConsents)
    .where(eq(oauthConsents.mailboxId, mailboxId))
    .orderBy(desc(oauthConsents.createdAt))
    .limit(1);
  const newest = (direction: "imap" | "smtp") => tests.find((test) => test.direction === direction) ?? null;
  return {
    ...connection,
    signIn: signInOf(connection, consent ?? null, ctx.now),
    redirectUri: ctx.config.publicUrl + consentPath,
    tests: { imap: newest("imap"), smtp: newest("smtp") },
  };
}

/** How the sign-in at the provider stands; null where a password does. */
function signInOf(
  connection: { auth: AuthKind; accessTokenEndsAt: Date | null; tokenError: string | null },
  consent: { state: string; error: string | null; expiresAt: Date } | null,
  now: Date,
): { state: "none" | "running" | "refused" | "works"; error: string } | null {
  if (connection.auth === "password") return null;
  if (consent?.state === "returned" && consent.expiresAt > now) return { state: "running", error: "" };
  if (consent?.state === "refused") return { state: "refused", error: consent.error ?? "" };
  if (connection.tokenError) return { state: "refused", error: connection.tokenError };
  return { state: connection.accessTokenEndsAt ? "works" : "none", error: "" };
}

/** What is wrong with each connected mailbox; null where all is well. */
export async function readMailboxAlarms(
  ctx: Pick<Context, "db" | "now">,
): Promise<Map<string, MailboxAlarm | null>> {
  const rows = await ctx.db
    .select({ connection: mailboxConnections })
    .from(mailboxConnections)
    .innerJoin(mailboxes, eq(mailboxes.id, mailboxConnections.mailboxId))
    .where(eq(mailboxes.active, true));
  const aside = await ctx.db
    .select({ mailboxId: imapStumbles.mailboxId, mails: count() })
    .from(imapStumbles)
    .where(and(isNotNull(imapStumbles.quarantinedAt)))
    .groupBy(imapStumbles.mailboxId);
  return new Map(
    rows.map(({ connection }) => {
      const quarantined = aside.find(({ mailboxId }) => mailboxId === connection.mailboxId)?.mails ?? 0;
      return [connection.mailboxId, alarmOf({ ...connection, quarantined }, ctx.now)];
    }),
  );
}
