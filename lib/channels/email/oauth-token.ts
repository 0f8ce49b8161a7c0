import type { OauthClient } from "#lib/domain/mailboxes/connection.ts";
import { providerOf, type TokenAuth } from "#lib/domain/mailboxes/oauth.ts";

export type TokenRequest = {
  auth: TokenAuth;
  client: OauthClient;
  clientSecret: string;
  refreshToken: string;
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

/** A refresh token of Microsoft's lives for 90 days from each use. */
const microsoftRefreshSeconds = 90 * 86_400;

/** A new access token for XOAUTH2 (RFC 6749 §6). Never throws. */
export function refreshAccessToken(request: TokenRequest): Promise<TokenAnswer> {
  const { refreshToken } = request;
  return ask(request, { grant_type: "refresh_token", refresh_token: refreshToken }, { withScope: true });
}

/** The first tokens, for the code that a browser brought back (RFC 6749 §4.1.3, RFC 7636 §4.5). Never throws. */
export function exchangeCode(
  request: Omit<TokenRequest, "refreshToken"> & { code: string; verifier: string; redirectUri: string },
): Promise<TokenAnswer> {
  const { code, verifier, redirectUri } = request;
  const grant = {
    grant_type: "authorization_code",
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  };
  return ask(request, grant, { withScope: false });
}

async function ask(
  { auth, client, clientSecret, signal }: Omit<TokenRequest, "refreshToken">,
  grant: Record<string, string>,
  { withScope }: { withScope: boolean },
): Promise<TokenAnswer> {
  const provider = providerOf(auth, client);
  if (!provider) return { kind: "refused", error: "the provider's addresses are missing" };
  try {
    const answer = await fetch(provider.tokenUrl, {
      method: "POST",
      redirect: "error",
      signal: signal ?? AbortSignal.timeout(20_000),
      body: new URLSearchParams({
        ...grant,
        client_id: client.clientId,
        ...(clientSecret && { client_secret: clientSecret }),
        ...(withScope && auth === "microsoft" && { scope: provider.scope }),
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
