import type { AuthKind, OauthClient } from "./connection.ts";

export type TokenAuth = Exclude<AuthKind, "password">;

/** Where a provider asks its people, where it hands out tokens, and what for. */
export type Provider = { authorizeUrl: string; tokenUrl: string; scope: string };

/** Null when the mailbox's settings do not say enough. */
export function providerOf(auth: TokenAuth, client: OauthClient): Provider | null {
  switch (auth) {
    case "google":
      return {
        authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
        tokenUrl: "https://oauth2.googleapis.com/token",
        scope: "https://mail.google.com/",
      };
    case "microsoft": {
      const tenant = encodeURIComponent(client.tenant || "common");
      const base = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0`;
      return {
        authorizeUrl: `${base}/authorize`,
        tokenUrl: `${base}/token`,
        scope:
          "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access",
      };
    }
    case "other": {
      const { authorizeUrl, tokenUrl, scope = "" } = client;
      return authorizeUrl && tokenUrl ? { authorizeUrl, tokenUrl, scope } : null;
    }
  }
}

/** Where the browser goes to be asked (RFC 6749 §4.1.1, RFC 7636 §4.3). Asks for a token that can be renewed. */
export function consentUrl(
  auth: TokenAuth,
  provider: Provider,
  asked: { clientId: string; redirectUri: string; state: string; challenge: string; address: string },
): string {
  const url = new URL(provider.authorizeUrl);
  const said = {
    response_type: "code",
    client_id: asked.clientId,
    redirect_uri: asked.redirectUri,
    scope: provider.scope,
    state: asked.state,
    code_challenge: asked.challenge,
    code_challenge_method: "S256",
    login_hint: asked.address,
    // Without these Google gives no refresh token to those who have agreed before.
    ...(auth === "google" && { access_type: "offline", prompt: "consent" }),
    ...(auth === "microsoft" && { prompt: "select_account" }),
  };
  for (const [name, value] of Object.entries(said)) if (value) url.searchParams.set(name, value);
  return url.href;
}

/** Encrypted, or never on a wire at all. */
export function isSafeEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) return false;
  return (
    protocol === "https:" || (protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(hostname))
  );
}
