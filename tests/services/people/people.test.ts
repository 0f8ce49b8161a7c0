import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import {
  agents,
  apiTokens,
  auditEntries,
  oneTimeTokens,
  outboundEmails,
  sessions,
} from "#db/schema/index.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import { createContext } from "#lib/services/context.ts";
import { actorOfToken, createApiToken, revokeApiToken } from "#lib/services/people/api-tokens.ts";
import { checkSession } from "#lib/services/people/check-session.ts";
import { createAgent, inviteAgent } from "#lib/services/people/create-agent.ts";
import { ensureFirstAdmin } from "#lib/services/people/first-admin.ts";
import { readLink } from "#lib/services/people/one-time-link.ts";
import { requestPasswordReset } from "#lib/services/people/request-password-reset.ts";
import { revokeSessions } from "#lib/services/people/revoke-sessions.ts";
import { changePassword, setPasswordByLink } from "#lib/services/people/set-password.ts";
import { signIn } from "#lib/services/people/sign-in.ts";
import { updateAgent } from "#lib/services/people/update-agent.ts";
import { createTestDatabase } from "#tests/support/database.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());
beforeEach(() => desk.clear());

const config = { publicUrl: "http://desk.test", mailDomain: "desk.test", secret: "s".repeat(32) };
const noon = new Date("2026-11-20T03:00:00Z");
const as = (actor: Actor, now = noon) => createContext({ db: desk.db, actor, config, now });
const system = (now = noon) => as({ kind: "system" }, now);
const visitor = (now = noon) => as({ kind: "visitor" }, now);
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

const good = "하늘이 맑은 가을날 산에";
const person = (email: string, role: "agent" | "manager" | "admin" = "agent") => ({
  email,
  name: "Mina Kim",
  role,
  password: good,
});
const knock = (email: string, password: string, address = "192.0.2.1", now = noon) =>
  signIn(visitor(now), { email, password, address, userAgent: "test" });
const agentActor = (id: string, role: "agent" | "manager" | "admin" = "agent"): Actor => ({
  kind: "agent",
  id,
  name: "Mina Kim",
  role,
});
const tokenIn = (url: string) => url.split("/").at(-1)!;

describe("signing in", () => {
  test("opens a session that is checked against its row", async () => {
    await createAgent(system(), person("mina@desk.test", "manager"));
    const session = await knock("  MINA@desk.test ", good);
    expect(await checkSession(visitor(), session!.sessionId)).toMatchObject({ agent: { role: "manager" } });
    expect(await checkSession(visitor(later(13 * 60)), session!.sessionId)).toBeNull();
  });

  test("S29 a wrong password, a stranger, a disabled person and one without a password get the same answer", async () => {
    await createAgent(system(), person("mina@desk.test"));
    const { id } = await createAgent(system(), person("gone@desk.test"));
    await updateAgent(system(), { agentId: id, active: false });
    await createAgent(system(), { email: "new@desk.test", name: "New" });
    for (const email of ["mina@desk.test", "nobody@desk.test", "new@desk.test", "", "\u0000"]) {
      expect(await knock(email, "not the password")).toBeNull();
    }
    expect(await knock("gone@desk.test", good)).toBeNull();
  });

  test("S30 twenty bad tries lock the account, wherever they come from, also for the right password", async () => {
    await createAgent(system(), person("mina@desk.test"));
    for (let i = 0; i < 20; i++) expect(await knock("mina@desk.test", "wrong", `192.0.2.${i}`)).toBeNull();
    await expect(knock("mina@desk.test", good, "198.51.100.1")).rejects.toMatchObject({
      kind: "rate_limited",
      retryAfter: expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 900),
    });
    expect(await knock("mina@desk.test", good, "198.51.100.1", later(16))).not.toBeNull();
  });

  test("S30 twenty bad tries lock an address, whoever it asks for, and unknown accounts lock alike", async () => {
    for (let i = 0; i < 20; i++) expect(await knock(`nobody${i}@desk.test`, "wrong")).toBeNull();
    await expect(knock("else@desk.test", "wrong")).rejects.toMatchObject({ kind: "rate_limited" });
    for (let i = 0; i < 20; i++) await knock("ghost@desk.test", "wrong", `198.51.100.${i}`);
    await expect(knock("ghost@desk.test", "wrong", "203.0.113.1")).rejects.toMatchObject({
      kind: "rate_limited",
    });
  });

  test("tries at the same moment are counted one by one", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 26 }, () => knock("mina@desk.test", "wrong", "192.0.2.7")),
    );
    expect(tries.filter(({ status }) => status === "rejected").length).toBeGreaterThanOrEqual(6);
  });

  test("a right password forgives the wrong ones before it", async () => {
    await createAgent(system(), person("mina@desk.test"));
    for (let i = 0; i < 15; i++) await knock("mina@desk.test", "wrong", `192.0.2.${i}`);
    expect(await knock("mina@desk.test", good)).not.toBeNull();
    for (let i = 0; i < 15; i++) expect(await knock("mina@desk.test", "wrong", `192.0.2.${i}`)).toBeNull();
  });
});

describe("S25 sessions end with the next request after", () => {
  const changes: [string, (id: string) => Promise<unknown>][] = [
    ["a new role", (agentId) => updateAgent(system(), { agentId, role: "manager" })],
    ["disabling", (agentId) => updateAgent(system(), { agentId, active: false })],
    ["a new address", (agentId) => updateAgent(system(), { agentId, email: "other@desk.test" })],
    ["signing out everywhere", (agentId) => revokeSessions(as(agentActor(agentId)), { agentId })],
    [
      "a changed password",
      (agentId) =>
        changePassword(as(agentActor(agentId)), { current: good, next: "바람이 부는 언덕 위에서" }),
    ],
  ];
  test.each(changes)("%s", async (_, change) => {
    const { id } = await createAgent(system(), person("mina@desk.test"));
    const session = await knock("mina@desk.test", good);
    await change(id);
    expect(await checkSession(visitor(), session!.sessionId)).toBeNull();
  });

  test("one's own browser stays when one changes the password in it", async () => {
    const { id } = await createAgent(system(), person("mina@desk.test"));
    const [here, there] = [await knock("mina@desk.test", good), await knock("mina@desk.test", good)];
    await changePassword(as(agentActor(id)), {
      current: good,
      next: "바람이 부는 언덕 위에서",
      sessionId: here!.sessionId,
    });
    expect(await checkSession(visitor(), here!.sessionId)).not.toBeNull();
    expect(await checkSession(visitor(), there!.sessionId)).toBeNull();
  });
});

describe("S27 links", () => {
  test("an invitation works once, for 72 hours, and is kept as a hash", async () => {
    const { invitation } = await createAgent(system(), { email: "new@desk.test", name: "New" });
    const token = tokenIn(invitation!.url);
    const kept = await desk.db.select().from(oneTimeTokens);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(await readLink(visitor(later(71 * 60)), { token, purposes: ["invite"] })).not.toBeNull();
    expect(await readLink(visitor(later(73 * 60)), { token, purposes: ["invite"] })).toBeNull();
    expect(await readLink(visitor(), { token, purposes: ["reset", "set_up"] })).toBeNull();
    await setPasswordByLink(visitor(), { token, password: good });
    await expect(setPasswordByLink(visitor(), { token, password: good })).rejects.toMatchObject({
      kind: "not_found",
    });
    expect(await knock("new@desk.test", good)).not.toBeNull();
  });

  test("two people cannot use the same link at once", async () => {
    const { invitation } = await createAgent(system(), { email: "new@desk.test", name: "New" });
    const token = tokenIn(invitation!.url);
    const both = await Promise.allSettled([
      setPasswordByLink(visitor(), { token, password: good }),
      setPasswordByLink(visitor(), { token, password: "바람이 부는 언덕 위에서" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("a new link makes the old one die", async () => {
    const { id, invitation } = await createAgent(system(), { email: "new@desk.test", name: "New" });
    const again = await inviteAgent(system(), { agentId: id });
    expect(await readLink(visitor(), { token: tokenIn(invitation!.url), purposes: ["invite"] })).toBeNull();
    expect(await readLink(visitor(), { token: tokenIn(again.url), purposes: ["invite"] })).not.toBeNull();
  });

  test.each(["", "baton_link_", "null", "[]", "baton_link_%00", "' or 1=1 --"])(
    "%j opens nothing",
    async (token) => {
      await createAgent(system(), { email: "new@desk.test", name: "New" });
      expect(await readLink(visitor(), { token, purposes: ["invite"] })).toBeNull();
    },
  );

  test("a link does not accept a weak password, and still works after that", async () => {
    const { invitation } = await createAgent(system(), { email: "new@desk.test", name: "New" });
    const token = tokenIn(invitation!.url);
    await expect(setPasswordByLink(visitor(), { token, password: "password1234" })).rejects.toMatchObject({
      fields: { password: "too_common" },
    });
    await setPasswordByLink(visitor(), { token, password: good });
  });

  test("a reset mail goes to people of the desk alone, and its link lives an hour", async () => {
    await seedBase(system(), { mailFrom: "help@desk.test" });
    await createAgent(system(), person("mina@desk.test"));
    await requestPasswordReset(visitor(), { email: "nobody@desk.test", address: "192.0.2.1" });
    expect(await desk.db.select().from(outboundEmails)).toEqual([]);
    await requestPasswordReset(visitor(), { email: "Mina@desk.test", address: "192.0.2.1" });
    const [mail] = await desk.db.select().from(outboundEmails);
    const token = /baton_link_[\w-]{43}/.exec(mail!.body)![0];
    expect(mail!.to).toEqual([{ name: "Mina Kim", address: "mina@desk.test" }]);
    expect(await readLink(visitor(later(59)), { token, purposes: ["reset"] })).not.toBeNull();
    expect(await readLink(visitor(later(61)), { token, purposes: ["reset"] })).toBeNull();
  });
});

describe("the first administrator", () => {
  test("gets a set-up link while nobody can sign in, and never again after", async () => {
    const first = await ensureFirstAdmin(system(), {});
    if (first.kind !== "link") throw new Error("expected a link");
    await setPasswordByLink(visitor(), {
      token: tokenIn(first.link.url),
      password: good,
      name: "Ada",
      email: "ada@desk.test",
    });
    expect(await ensureFirstAdmin(system(), {})).toEqual({ kind: "present" });
    expect(await ensureFirstAdmin(system(), { email: "x@desk.test", password: good })).toEqual({
      kind: "present",
    });
    expect(await knock("ada@desk.test", good)).not.toBeNull();
  });

  test("comes from the settings when they name one", async () => {
    await ensureFirstAdmin(system(), { email: "Boss@desk.test", password: "long enough password" });
    const session = await knock("boss@desk.test", "long enough password");
    expect(await checkSession(visitor(), session!.sessionId)).toMatchObject({ agent: { role: "admin" } });
  });
});

describe("S32 people and rights", () => {
  test("the last administrator stays one, also when two demote each other", async () => {
    const { id: one } = await createAgent(system(), person("one@desk.test", "admin"));
    await expect(updateAgent(system(), { agentId: one, role: "agent" })).rejects.toMatchObject({
      kind: "conflict",
    });
    await expect(updateAgent(system(), { agentId: one, active: false })).rejects.toMatchObject({
      kind: "conflict",
    });
    const { id: two } = await createAgent(system(), person("two@desk.test", "admin"));
    const both = await Promise.allSettled([
      updateAgent(as(agentActor(one, "admin")), { agentId: two, role: "agent" }),
      updateAgent(as(agentActor(two, "admin")), { agentId: one, role: "agent" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test.each(["agent", "manager"] as const)("an %s changes nobody", async (role) => {
    const { id } = await createAgent(system(), person("mina@desk.test", role));
    const me = as(agentActor(id, role));
    await expect(updateAgent(me, { agentId: id, role: "admin" })).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(createAgent(me, person("x@desk.test"))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(createApiToken(me, { name: "x", scopes: ["admin"] })).rejects.toMatchObject({
      kind: "forbidden",
    });
    const [row] = await desk.db.select().from(agents).where(eq(agents.id, id));
    expect(row!.role).toBe(role);
  });

  test("S33 unknown fields are refused", async () => {
    const { id } = await createAgent(system(), person("mina@desk.test"));
    const input = { agentId: id, passwordHash: "x" };
    await expect(updateAgent(system(), input)).rejects.toMatchObject({ kind: "invalid" });
  });

  test("every change is in the audit, and no secret is", async () => {
    const { id } = await createAgent(system(), person("mina@desk.test"));
    await updateAgent(system(), { agentId: id, capacity: 3 });
    await knock("mina@desk.test", good);
    const entries = await desk.db.select().from(auditEntries);
    expect(entries.map(({ action }) => action)).toEqual(["agent.created", "agent.updated", "session.opened"]);
    expect(JSON.stringify(entries)).not.toContain(good);
    expect(await desk.db.select().from(sessions)).toHaveLength(1);
  });
});

test("S39 an API token is shown once, kept as a hash, and dies when revoked", async () => {
  const { id, token } = await createApiToken(system(), { name: "shop", scopes: ["read", "write"] });
  expect(JSON.stringify(await desk.db.select().from(apiTokens))).not.toContain(token);
  expect(await actorOfToken(visitor(), token)).toMatchObject({ kind: "token", scopes: ["read", "write"] });
  expect(await actorOfToken(visitor(), `${token}x`)).toBeNull();
  await revokeApiToken(system(), { tokenId: id });
  expect(await actorOfToken(visitor(), token)).toBeNull();
});
