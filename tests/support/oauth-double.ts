import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type OauthDouble = {
  url: string;
  /** What a person does at the provider: agrees to what the address asks for. Where the browser is sent then. */
  agree(consentUrl: string): Promise<URL>;
  /** From now on no refresh token is good, as when a person takes the consent back. */
  revoke(): void;
  /** From now on every answer is a 503, until called with false. */
  down(isDown: boolean): void;
  /** Access tokens live for so long. Seconds. */
  livesFor(seconds: number): void;
  /** How often each grant was asked for. */
  asked: Record<string, number>;
  close(): Promise<void>;
};

type Code = { challenge: string; redirectUri: string; clientId: string; user: string };

/** An OAuth 2 provider with PKCE, rotating refresh tokens and introspection for the IMAP server. */
export async function startOauthDouble(clientSecret: string): Promise<OauthDouble> {
  const codes = new Map<string, Code>();
  const refreshTokens = new Map<string, string>();
  const accessTokens = new Map<string, { user: string; endsAt: number }>();
  const asked: Record<string, number> = {};
  let [isDown, seconds] = [false, 3_600];

  function grant(said: URLSearchParams): Record<string, unknown> | string {
    const kind = said.get("grant_type") ?? "";
    asked[kind] = (asked[kind] ?? 0) + 1;
    if (said.get("client_secret") !== clientSecret) return "invalid_client";
    if (kind === "authorization_code") {
      const code = codes.get(said.get("code") ?? "");
      codes.delete(said.get("code") ?? "");
      const challenge = createHash("sha256")
        .update(said.get("code_verifier") ?? "")
        .digest("base64url");
      const fits = code?.challenge === challenge && code.redirectUri === said.get("redirect_uri");
      return fits ? tokensFor(code.user) : "invalid_grant";
    }
    const user = refreshTokens.get(said.get("refresh_token") ?? "");
    refreshTokens.delete(said.get("refresh_token") ?? "");
    return user ? tokensFor(user) : "invalid_grant";
  }
  function tokensFor(user: string) {
    const [access_token, refresh_token] = [randomUUID(), randomUUID()];
    refreshTokens.set(refresh_token, user);
    accessTokens.set(access_token, { user, endsAt: Date.now() + seconds * 1_000 });
    return { access_token, refresh_token, token_type: "Bearer", expires_in: seconds };
  }

  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const said = new URLSearchParams(Buffer.concat(pieces).toString());
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.url?.startsWith("/introspect")) {
      const token = accessTokens.get(said.get("token") ?? "");
      const active = token !== undefined && token.endsAt > Date.now();
      return answer(200, active ? { active, username: token.user } : { active });
    }
    if (isDown) return answer(503, { error: "temporarily_unavailable" });
    const granted = grant(said);
    return typeof granted === "string" ? answer(400, { error: granted }) : answer(200, granted);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async agree(consentUrl) {
      const to = new URL(consentUrl);
      const said = (name: string) => to.searchParams.get(name) ?? "";
      if (said("code_challenge_method") !== "S256") throw new Error("no proof was promised");
      const code = randomUUID();
      const [clientId, user] = [said("client_id"), said("login_hint")];
      codes.set(code, {
        challenge: said("code_challenge"),
        redirectUri: said("redirect_uri"),
        clientId,
        user,
      });
      const back = new URL(said("redirect_uri"));
      back.searchParams.set("code", code);
      back.searchParams.set("state", said("state"));
      return back;
    },
    revoke: () => refreshTokens.clear(),
    down: (now) => {
      isDown = now;
    },
    livesFor: (now) => {
      seconds = now;
    },
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
