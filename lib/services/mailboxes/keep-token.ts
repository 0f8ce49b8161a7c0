import { eq } from "drizzle-orm";
import { mailboxConnections } from "#db/schema/index.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";
import { transact } from "../transact.ts";
import { openSecrets, sealSecrets } from "./mailbox-secrets.ts";

export type GrantedToken = {
  accessToken: string;
  expiresInSeconds: number;
  refreshToken: string | null;
  refreshExpiresInSeconds: number | null;
};

const after = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);

/** Keeps what the provider handed out; a new refresh token replaces the old one in the same write. */
export async function keepToken(ctx: Context, mailboxId: string, token: GrantedToken): Promise<void> {
  ctx.must("inbound.record");
  await transact(ctx, async ({ tx }) => {
    const [row] = await tx
      .select()
      .from(mailboxConnections)
      .where(eq(mailboxConnections.mailboxId, mailboxId))
      .for("update");
    if (!row) return;
    const owner = { secret: ctx.config.secret, mailboxId };
    const secrets = openSecrets(owner, row.secrets);
    await tx
      .update(mailboxConnections)
      .set({
        secrets: sealSecrets(owner, {
          ...secrets,
          accessToken: token.accessToken,
          ...(token.refreshToken && { refreshToken: token.refreshToken }),
        }),
        accessTokenEndsAt: after(ctx.now, token.expiresInSeconds),
        ...(token.refreshExpiresInSeconds !== null && {
          refreshTokenEndsAt: after(ctx.now, token.refreshExpiresInSeconds),
        }),
        tokenError: null,
      })
      .where(eq(mailboxConnections.mailboxId, mailboxId));
  });
}

/** A person has to sign in again; `/api/ready` and the settings say so until they did. */
export async function refuseToken(ctx: Context, mailboxId: string, error: string): Promise<void> {
  ctx.must("inbound.record");
  await ctx.db
    .update(mailboxConnections)
    .set({ tokenError: truncate(clean(error), 500) })
    .where(eq(mailboxConnections.mailboxId, mailboxId));
}
