import type { AuthKind, OauthClient } from "#lib/domain/mailboxes/connection.ts";

export type TokenRequest = {
  auth: Exclude<AuthKind, "password">;
  client: OauthClient;
  clientSecret: string;
  refreshToken: string;
  /** For tests: another place to ask. */
  endpoint?: string;
  signal?: AbortSignal;
};

export type TokenAnswer =
  | {
      kind: "granted";
      accessToken: string;
      expiresInSeconds: number;
      /** Microsoft hands out a new one each time; the old one dies later. */
      refreshToken: string | null;
      refreshExpiresInSeconds: number | null;
    }
  /** A person has to sign in again. */
  | { kind: "refused"; error: string }
  | { kind: "later"; error: string };

const microsoftScope =
  "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access";
/** A refresh token of Microsoft's lives for 90 days from each use. */
const microsoftRefreshSeconds = 90 * 86_400;

/** A new access token for XOAUTH2 (RFC 6749 §6). Never throws. */
export async function refreshAccessToken(request: TokenRequest): Promise<TokenAnswer> {
  const { auth, client } = request;
  const tenant = encodeURIComponent(client.tenant || "common");
  const endpoint =
    request.endpoint ??
    (auth === "google"
      ? "https://oauth2.googleapis.com/token"
      : `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`);
  try {
    const answer = await fetch(endpoint, {
      method: "POST",
      redirect: "error",
      signal: request.signal ?? AbortSignal.timeout(20_000),
      body: new URLSearchParams({
        grant_type: "refresh_token",
        client_id: client.clientId,
        refresh_token: request.refreshToken,
        ...(request.clientSecret && { client_secret: request.clientSecret }),
        ...(auth === "microsoft" && { scope: microsoftScope }),
      }),
    });
    const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
    if (answer.ok && typeof said.access_token === "string") return granted(auth, said, said.access_token);
    const error = `${answer.status} ${typeof said.error === "string" ? said.error : ""}`.trim();
    return answer.status >= 500 || answer.status === 429
      ? { kind: "later", error }
      : { kind: "refused", error };
  } catch (error) {
    return { kind: "later", error: error instanceof Error ? error.message : String(error) };
  }
}

function granted(
  auth: TokenRequest["auth"],
  said: Record<string, unknown>,
  accessToken: string,
): TokenAnswer {
  const seconds = (name: string) => (Number(said[name]) > 0 ? Number(said[name]) : null);
  return {
    kind: "granted",
    accessToken,
    expiresInSeconds: seconds("expires_in") ?? 3_600,
    refreshToken: typeof said.refresh_token === "string" ? said.refresh_token : null,
    refreshExpiresInSeconds:
      seconds("refresh_token_expires_in") ?? (auth === "microsoft" ? microsoftRefreshSeconds : null),
  };
}
