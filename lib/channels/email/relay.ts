import { parseConnectionUrl } from "nodemailer/lib/shared";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { ServerAddress } from "#lib/domain/mailboxes/connection.ts";

/** Where mail goes out, and as whom. */
export type Relay = { server: SMTPConnection.Options; auth: RelayLogin | null };

export type RelayLogin = { user: string; pass: string } | { user: string; accessToken: string };

export function relayOfUrl(url: string): Relay {
  const { auth, ...server } = parseConnectionUrl(url);
  return { server, auth: auth?.user ? { user: auth.user, pass: auth.pass ?? "" } : null };
}

export function relayOf({ host, port, security }: ServerAddress, login: RelayLogin | null): Relay {
  return {
    server: {
      host,
      port,
      secure: security === "tls",
      ...(security === "starttls" && { requireTLS: true }),
      ...(security === "none" && { ignoreTLS: true }),
    },
    auth: login?.user ? login : null,
  };
}

/** What nodemailer wants for it; a token goes out as XOAUTH2. */
export function credentialsOf(login: RelayLogin): SMTPConnection.AuthenticationType {
  if ("pass" in login) return { user: login.user, pass: login.pass, credentials: login } as never;
  const bearer = (token: string) =>
    Buffer.from(`user=${login.user}\u0001auth=Bearer ${token}\u0001\u0001`).toString("base64");
  return {
    user: login.user,
    oauth2: {
      getToken: (_again: boolean, done: (error: null, token: string) => void) =>
        done(null, login.accessToken),
      buildXOAuth2Token: bearer,
    },
  } as never;
}
