import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { mailboxConnections, notices, sessions } from "#db/schema/index.ts";
import type { Env } from "#lib/env.ts";
import { createLogger } from "#lib/logger.ts";
import { readMailboxConnection } from "#lib/reads/mailbox-connection.ts";
import { readReadiness } from "#lib/reads/readiness.ts";
import { beginConsent, returnFromConsent } from "#lib/services/mailboxes/consent.ts";
import { saveConnection } from "#lib/services/settings/mailbox-connection.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { dovecotMissing, startDovecot, type TestDovecot } from "#tests/support/dovecot.ts";
import { aDesk, aMail, anAgent, contextOn } from "#tests/support/factories.ts";
import { type OauthDouble, startOauthDouble } from "#tests/support/oauth-double.ts";
import { until } from "#tests/workers/world.ts";
import type { Tools } from "#workers/handler.ts";
import { exchangeConsentCode } from "#workers/handlers/exchange-consent-code.ts";
import { refreshTokens } from "#workers/handlers/refresh-tokens.ts";
import { type ImapDoors, startImapDoors } from "#workers/imap-doors.ts";

const missing = dovecotMissing();
const log = createLogger({ role: "test", level: "silent" });

describe("a mailbox that signs in at a provider", () => {
  if (missing) return test.skip(missing);
  let desk: TestDatabase;
  let provider: OauthDouble;
  let dovecot: TestDovecot;
  let doors: ImapDoors | null = null;

  beforeAll(async () => {
    desk = await createTestDatabase();
    provider = await startOauthDouble("shh");
    dovecot = await startDovecot({ introspection: `${provider.url}/introspect` });
  });
  afterEach(async () => {
    await doors?.stop();
    doors = null;
    provider.down(false);
    provider.livesFor(3_600);
    await desk.clear();
  });
  afterAll(async () => {
    await dovecot?.stop();
    await provider?.close();
    await desk?.drop();
  });

  const tools = (now = new Date()) => ({ ctx: contextOn(desk, { now }), log }) as unknown as Tools;

  async function connected() {
    const { mailbox } = await aDesk(desk);
    const admin = await anAgent(desk, { role: "admin" });
    const ctx = contextOn(desk, { actor: admin.actor });
    const user = mailbox.address.slice(0, mailbox.address.indexOf("@"));
    const place = { host: "127.0.0.1", port: dovecot.imapPort, security: "none", user } as const;
    await saveConnection(ctx, {
      mailboxId: mailbox.id,
      imap: { ...place, folders: ["INBOX"], afterwards: "seen", moveTo: null, takeOld: true },
      smtp: null,
      auth: "other",
      oauth: {
        clientId: "desk",
        tenant: "",
        authorizeUrl: `${provider.url}/authorize`,
        tokenUrl: `${provider.url}/token`,
        scope: "mail",
      },
      secrets: { clientSecret: "shh" },
    });
    const session = async (agentId: string) => {
      const values = { agentId, lastSeenAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
      return (await desk.db.insert(sessions).values(values).returning())[0]!.id;
    };
    return { ctx, admin, user, mailboxId: mailbox.id, sessionId: await session(admin.id), session };
  }
  const consents = () => desk.sql<{ id: string; state: string; sealed: string | null; error: string }[]>`
    select id, state, sealed, error from oauth_consents`;
  async function signIn({ ctx, mailboxId, sessionId }: Awaited<ReturnType<typeof connected>>) {
    const back = await provider.agree((await beginConsent(ctx, { mailboxId, sessionId })).url);
    const said = { state: back.searchParams.get("state")!, code: back.searchParams.get("code")! };
    await returnFromConsent(ctx, { sessionId, ...said });
    const consent = (await consents()).find(({ state }) => state === "returned");
    await exchangeConsentCode({ consentId: consent!.id }, tools());
    return said;
  }
  const readiness = () =>
    readReadiness(contextOn(desk), { ai: { provider: "builtin" } } as Env).then(
      ({ parts }) => parts.mailboxes,
    );

  test("is read with the token that the person's consent gave, and nothing of it is open in the database", async () => {
    const made = await connected();
    await signIn(made);
    expect(await consents()).toMatchObject([{ state: "granted", sealed: null }]);
    expect((await readMailboxConnection(made.ctx, made.mailboxId))?.signIn).toEqual({
      state: "works",
      error: "",
    });
    const [row] = await desk.db.select().from(mailboxConnections);
    expect(row?.secrets).toMatch(/^v1\./);
    doors = startImapDoors({ connection: desk, context: () => contextOn(desk), log });
    await dovecot.append(made.user, [aMail({ to: "x@desk.example" })]);
    await until(
      "the mail is in the ledger",
      async () => (await desk.sql`select id from inbound_emails`).length > 0,
    );
  });

  test("takes the answer once, from the session that asked, and from nobody else", async () => {
    const made = await connected();
    const { ctx, mailboxId, sessionId, session, admin } = made;
    const back = await provider.agree((await beginConsent(ctx, { mailboxId, sessionId })).url);
    const said = { state: back.searchParams.get("state")!, code: back.searchParams.get("code")! };
    const refused = /not begun here/;
    const other = await session(admin.id);
    await expect(returnFromConsent(ctx, { sessionId: other, ...said })).rejects.toThrow(refused);
    await expect(returnFromConsent(ctx, { sessionId, ...said, state: "guess" })).rejects.toThrow(refused);
    const late = contextOn(desk, { actor: admin.actor, now: new Date(Date.now() + 16 * 60_000) });
    await expect(returnFromConsent(late, { sessionId, ...said })).rejects.toThrow(refused);
    const agent = contextOn(desk, { actor: (await anAgent(desk)).actor });
    await expect(returnFromConsent(agent, { sessionId, ...said })).rejects.toThrow(/may not/);
    await returnFromConsent(ctx, { sessionId, ...said });
    await expect(returnFromConsent(ctx, { sessionId, ...said })).rejects.toThrow(refused);
    // A code that somebody else has stolen is worth nothing without our verifier.
    expect((await consents())[0]?.sealed).not.toContain(said.code);
  });

  test("is told why when the person or the provider says no", async () => {
    const made = await connected();
    const { ctx, mailboxId, sessionId } = made;
    const { url } = await beginConsent(ctx, { mailboxId, sessionId });
    const state = new URL(url).searchParams.get("state")!;
    await returnFromConsent(ctx, { sessionId, state, error: "access_denied" });
    expect(await consents()).toMatchObject([{ state: "refused", error: "access_denied", sealed: null }]);
    const soon = contextOn(desk, { actor: made.admin.actor, now: new Date(Date.now() + 1_000) });
    const again = new URL((await beginConsent(soon, { mailboxId, sessionId })).url).searchParams.get(
      "state",
    )!;
    await returnFromConsent(ctx, { sessionId, state: again, code: "invented" });
    const consent = (await consents()).find((one) => one.state === "returned")!;
    provider.down(true);
    await expect(exchangeConsentCode({ consentId: consent.id }, tools())).rejects.toThrow("503");
    provider.down(false);
    await exchangeConsentCode({ consentId: consent.id }, tools());
    expect((await readMailboxConnection(ctx, mailboxId))?.signIn).toMatchObject({
      state: "refused",
      error: "400 invalid_grant",
    });
  });

  test("has its token renewed before it ends, and a refusal is loud before the mail stops", async () => {
    const made = await connected();
    provider.livesFor(1_200);
    await signIn(made);
    const before = provider.asked.refresh_token ?? 0;
    await refreshTokens({}, tools());
    expect(provider.asked.refresh_token ?? 0).toBe(before);
    await refreshTokens({}, tools(new Date(Date.now() + 600_000)));
    expect(provider.asked.refresh_token).toBe(before + 1);
    expect(await readiness()).toEqual({ ok: true });

    provider.revoke();
    const later = new Date(Date.now() + 1_300_000);
    await refreshTokens({}, tools(later));
    await refreshTokens({}, tools(later));
    expect(await readiness()).toMatchObject({ ok: false, alarms: ["token_refused"] });
    const told = await desk.db.select().from(notices);
    expect(told.map(({ agentId, alarm, kind }) => [agentId, kind, alarm])).toEqual([
      [made.admin.id, "mailbox_alarm", "token_refused"],
    ]);
    await signIn(made);
    expect(await readiness()).toEqual({ ok: true });
  });
});
