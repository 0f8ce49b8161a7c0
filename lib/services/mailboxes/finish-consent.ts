import { and, eq, sql } from "drizzle-orm";
import { mailboxConnections, oauthConsents } from "#db/schema/index.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";
import { transact } from "../transact.ts";
import { consentPath, openConsent } from "./consent.ts";
import { type GrantedToken, keepToken } from "./keep-token.ts";

/** For a worker: the code that came back, with what proves that it is ours. Null when there is nothing to do. */
export async function readConsent(ctx: Context, consentId: string) {
  ctx.must("inbound.record");
  const [consent] = await ctx.db
    .select()
    .from(oauthConsents)
    .where(and(eq(oauthConsents.id, consentId), eq(oauthConsents.state, "returned")));
  const kept = consent && openConsent(ctx, consent);
  if (!consent || !kept?.code) return null;
  const { mailboxId, expiresAt } = consent;
  const redirectUri = ctx.config.publicUrl + consentPath;
  return { mailboxId, expiresAt, code: kept.code, verifier: kept.verifier, redirectUri };
}

/** Keeps the tokens, or why there are none, and rings the open screens. The mailbox's doors start anew. */
export async function finishConsent(
  ctx: Context,
  { consentId, outcome }: { consentId: string; outcome: GrantedToken | { error: string } },
): Promise<void> {
  ctx.must("inbound.record");
  await transact(ctx, async (transaction) => {
    const { tx } = transaction;
    const refused = "error" in outcome;
    const [consent] = await tx
      .update(oauthConsents)
      .set({
        state: refused ? "refused" : "granted",
        error: refused ? truncate(clean(outcome.error), 500) : null,
        sealed: null,
        finishedAt: ctx.now,
      })
      .where(and(eq(oauthConsents.id, consentId), eq(oauthConsents.state, "returned")))
      .returning({ mailboxId: oauthConsents.mailboxId });
    if (!consent) return;
    const { mailboxId } = consent;
    if (!refused) {
      await keepToken(transaction.ctx, mailboxId, outcome);
      await tx
        .update(mailboxConnections)
        .set({ failingSince: null, lastError: null, version: sql`${mailboxConnections.version} + 1` })
        .where(eq(mailboxConnections.mailboxId, mailboxId));
    }
    await tx.execute(sql`select pg_notify('baton_live', ${JSON.stringify({ type: "mailbox.tested" })})`);
  });
}
