import { expect, test } from "vitest";
import { consentUrl, isSafeEndpoint, providerOf } from "./oauth.ts";

const asked = {
  clientId: "desk",
  redirectUri: "https://desk.example/settings/mailboxes/consent",
  state: "s",
  challenge: "c",
  address: "help@brand.example",
};

test.each([
  ["google", { clientId: "desk", tenant: "" }, "https://accounts.google.com/o/oauth2/v2/auth"],
  [
    "microsoft",
    { clientId: "desk", tenant: "" },
    "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
  ],
  [
    "microsoft",
    { clientId: "desk", tenant: "a/b" },
    "https://login.microsoftonline.com/a%2Fb/oauth2/v2.0/authorize",
  ],
] as const)(
  "%s is asked for a code that only we can use, and for a token that can be renewed",
  (auth, client, place) => {
    const url = new URL(consentUrl(auth, providerOf(auth, client)!, asked));
    expect(url.origin + url.pathname).toBe(place);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: "code",
      client_id: "desk",
      redirect_uri: asked.redirectUri,
      state: "s",
      code_challenge: "c",
      code_challenge_method: "S256",
    });
    const renews =
      auth === "google" ? url.searchParams.get("access_type") === "offline" : /offline_access/.test(url.href);
    expect(renews).toBe(true);
  },
);

test("another provider is nobody until both its addresses are known", () => {
  expect(providerOf("other", { clientId: "c", tenant: "", authorizeUrl: "https://x.example/a" })).toBeNull();
});

test.each([
  ["https://id.example/token", true],
  ["http://127.0.0.1:8080/token", true],
  ["http://id.example/token", false],
  ["https://user:pass@id.example/token", false],
  ["javascript:alert(1)", false],
  ["id.example", false],
])("%s may be told a secret: %s", (text, safe) => {
  expect(isSafeEndpoint(text)).toBe(safe);
});
