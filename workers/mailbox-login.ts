import { refreshAccessToken, type TokenRequest } from "#lib/channels/email/oauth-token.ts";
import type { Context } from "#lib/services/context.ts";
import { keepToken, refuseToken } from "#lib/services/mailboxes/keep-token.ts";
import type { MailboxConnection } from "#lib/services/mailboxes/read-connections.ts";

export type MailboxLogin = { user: string; pass: string } | { user: string; accessToken: string };

/** A token that ends sooner than this is renewed; looked at every five minutes, whether or not it is used. */
const spareMs = 12 * 60_000;

/** How to log in to the mailbox's server, with a token that still lives. Throws with the reason when it cannot be had. */
export async function loginTo(
  ctx: Context,
  connection: MailboxConnection,
  which: "imap" | "smtp",
  ask: (request: TokenRequest) => ReturnType<typeof refreshAccessToken> = refreshAccessToken,
): Promise<MailboxLogin> {
  const { auth, secrets, mailboxId, oauth } = connection;
  const user = connection[which]?.user ?? connection.imap?.user ?? connection.address;
  if (auth === "password") {
    const pass = which === "smtp" ? (secrets.smtpPassword ?? secrets.imapPassword) : secrets.imapPassword;
    return { user, pass: pass ?? "" };
  }
  const endsAt = connection.accessTokenEndsAt?.getTime() ?? 0;
  if (secrets.accessToken && endsAt > ctx.now.getTime() + spareMs) {
    return { user, accessToken: secrets.accessToken };
  }
  const answer = await ask({
    auth,
    client: oauth ?? { clientId: "", tenant: "" },
    clientSecret: secrets.clientSecret ?? "",
    refreshToken: secrets.refreshToken ?? "",
  });
  if (answer.kind === "granted") {
    await keepToken(ctx, mailboxId, answer);
    return { user, accessToken: answer.accessToken };
  }
  if (answer.kind === "refused") await refuseToken(ctx, mailboxId, answer.error);
  // The old one may still do for the minutes that are left.
  if (secrets.accessToken && endsAt > ctx.now.getTime()) return { user, accessToken: secrets.accessToken };
  throw new Error(`no access token: ${answer.error}`);
}
