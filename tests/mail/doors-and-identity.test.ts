import { randomBytes } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inboundEmails, mailboxConnections } from "#db/schema/index.ts";
import { deriveKey } from "#lib/crypto/derive-key.ts";
import { agentReplyAddress } from "#lib/domain/intake/agent-address.ts";
import { createLogger } from "#lib/logger.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { openSecrets } from "#lib/services/mailboxes/mailbox-secrets.ts";
import { readConnection } from "#lib/services/mailboxes/read-connections.ts";
import { saveConnection } from "#lib/services/settings/mailbox-connection.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, aMail, contextOn, short, testConfig } from "#tests/support/factories.ts";
import { aTicket, look } from "#tests/support/tickets.ts";
import type { Tools } from "#workers/handler.ts";
import { deliverInboundEmail } from "#workers/handlers/deliver-inbound-email.ts";
import { loginTo } from "#workers/mailbox-login.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
const ours = "mx.desk.example";
const key = deriveKey(testConfig.secret, "reply-address");
const says = (result: string, id = ours) => [`Authentication-Results: ${id}; ${result}`];
const passed = says("dmarc=pass header.from=desk.example");

beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
  await desk.db
    .insert(mailboxConnections)
    .values({ mailboxId: home.mailbox.id, since: new Date(), authservIds: [ours] });
});
afterAll(() => desk.drop());

/** By the worker's own handler. */
async function arrive(raw: Buffer, to = home.mailbox.address, door: "smtp" | "imap" | "http" = "imap") {
  const recorded = await recordInboundEmail(contextOn(desk), { door, raw, envelopeTo: [to] });
  const tools = { ctx: contextOn(desk), log: createLogger({ role: "test", level: "silent" }) };
  await deliverInboundEmail({ inboundEmailId: recorded.id }, tools as unknown as Tools);
  const [ledger] = await desk.db.select().from(inboundEmails).where(eq(inboundEmails.id, recorded.id));
  return ledger!;
}

async function ticketWithAddress() {
  const made = await aTicket(desk, { from: `alice-${short()}@customer.example`, to: home.mailbox.address });
  const { ticket } = await look(desk, made.ticketId);
  const address = agentReplyAddress({
    mailbox: home.mailbox.address,
    ticketNumber: ticket.number,
    agentId: home.agent.id,
    key,
  });
  return { ...made, address };
}

describe("an agent's mail", () => {
  test("to their own reply address goes to the customer as theirs", async () => {
    const { ticketId, address } = await ticketWithAddress();
    const from = home.agent.email;
    const ledger = await arrive(aMail({ from, to: address, body: "It comes on Monday.", headers: passed }));
    expect(ledger).toMatchObject({ state: "delivered", reason: "agent_reply_address", ticketId });
    const { messages, outbound, ticket } = await look(desk, ticketId);
    expect(messages.at(-1)).toMatchObject({ authorKind: "agent", agentId: home.agent.id, kind: "reply" });
    expect(outbound).toHaveLength(1);
    expect(outbound[0]).toMatchObject({ kind: "agent", automatic: false });
    expect(ticket.status).toBe("pending");
  });

  test.each([
    ["nobody has checked", []],
    ["a failed check", says("dmarc=fail (p=NONE) header.from=desk.example")],
    ["a foreign server's word", says("dmarc=pass", "mx.evil.example")],
    ["a foreign word above ours", [...says("dmarc=pass", "mx.evil.example"), ...passed]],
  ])("with %s is flagged, and nothing leaves", async (_, headers) => {
    const { ticketId, address } = await ticketWithAddress();
    const ledger = await arrive(aMail({ from: home.agent.email, to: address, headers }));
    expect(ledger.ticketId).toBe(ticketId);
    const { messages, outbound, ticket } = await look(desk, ticketId);
    expect(messages.at(-1)?.unverified).toBeTruthy();
    expect([outbound.length, ticket.needsReview]).toEqual([0, true]);
  });

  test("to another agent's address answers nobody", async () => {
    const { address, ticketId } = await ticketWithAddress();
    const from = `other-${short()}@desk.example`;
    const ledger = await arrive(aMail({ from, to: address, headers: passed }));
    expect(ledger.ticketId).not.toBe(ticketId);
    expect((await look(desk, ticketId)).outbound).toHaveLength(0);
  });

  test("that forwards a customer's mail makes the customer's ticket, with the agent's words as a note", async () => {
    const customer = `carol-${short()}@other.example`;
    const body = [
      "Please look at this.",
      "",
      "---------- Forwarded message ---------",
      `From: Carol <${customer}>`,
      "Date: Sun, Nov 22, 2026 at 9:00 AM",
      "Subject: Broken cup",
      "To: <mina@desk.example>",
      "",
      "My cup came broken.",
    ].join("\r\n");
    const mail = { from: home.agent.email, to: home.mailbox.address, subject: "Fwd: Broken cup", body };
    const ledger = await arrive(aMail({ ...mail, headers: passed }));
    expect(ledger.reason).toBe("forwarded_by_agent");
    const { messages, ticket } = await look(desk, ledger.ticketId!);
    expect(ticket.subject).toBe("Broken cup");
    expect(messages.map(({ kind, fromAddress }) => [kind, fromAddress ?? ""])).toEqual(
      expect.arrayContaining([["reply", customer]]),
    );
    const note = messages.find(({ kind }) => kind === "note");
    expect(note).toMatchObject({ agentId: home.agent.id, body: "Please look at this." });
    const unproven = await arrive(aMail({ ...mail, subject: "Fwd: Broken cup 2" }));
    expect(unproven.reason).not.toBe("forwarded_by_agent");
  });
});

test("a mail that its domain wants refused is filed, flagged, and nothing answers it", async () => {
  const headers = says("dmarc=fail (p=REJECT sp=NONE) header.from=customer.example");
  const ledger = await arrive(aMail({ to: home.mailbox.address, headers }));
  expect(ledger.detail).toMatchObject({ checks: { dmarc: "fail", policy: "reject" } });
  const { messages, ticket, outbound } = await look(desk, ledger.ticketId!);
  expect(messages[0]).toMatchObject({ unverified: "dmarc_reject", noAckReason: "dmarc_failed" });
  expect([ticket.needsReview, outbound.length]).toEqual([true, 0]);
});

describe("copies of one mail", () => {
  const base = () => aMail({ to: home.mailbox.address });
  const edit = (raw: Buffer, from: string | RegExp, to: string) =>
    Buffer.from(raw.toString("latin1").replace(from, to), "latin1");
  const top = (raw: Buffer, header: string) => Buffer.concat([Buffer.from(`${header}\r\n`), raw]);

  test.each<[string, (raw: Buffer) => Buffer, boolean]>([
    ["by another door", (raw) => raw, true],
    ["with bare line feeds", (raw) => edit(raw, /\r\n/g, "\n"), true],
    ["without its last line end", (raw) => raw.subarray(0, -2), true],
    ["with another server's trace", (raw) => top(raw, "Received: from a by b"), true],
    ["with a scanner's verdict", (raw) => top(raw, "X-Spam-Status: No"), true],
    ["with another body under the same Message-ID", (raw) => edit(raw, "It has", "It never has"), false],
    ["with another subject under the same Message-ID", (raw) => edit(raw, "Where", "There"), false],
    ["with another sender under the same Message-ID", (raw) => edit(raw, "From: kim", "From: lee"), false],
    ["with a file's type changed", (raw) => edit(raw, "text/plain", "text/html"), false],
  ])("%s", async (_, change, isSame) => {
    const raw = base();
    const first = await arrive(raw, home.mailbox.address, "smtp");
    const second = await arrive(change(raw), home.mailbox.address, "http");
    expect(second.id === first.id).toBe(isSame);
  });

  test("to two mailboxes are one message in each", async () => {
    const other = await aDesk(desk);
    const raw = base();
    const to = [home.mailbox.address, other.mailbox.address];
    await recordInboundEmail(contextOn(desk), { door: "smtp", raw, envelopeTo: to });
    await recordInboundEmail(contextOn(desk), { door: "imap", raw, envelopeTo: [other.mailbox.address] });
    const id = /Message-ID: <(.*)>/.exec(raw.toString())![1]!;
    const rows = await desk.db.select().from(inboundEmails).where(eq(inboundEmails.messageId, id));
    expect(rows.map((row) => row.mailboxId).sort()).toEqual([home.mailbox.id, other.mailbox.id].sort());
  });
});

describe("a mailbox's secrets", () => {
  const place = { host: "imap.x.example", port: 993, security: "tls" as const, user: "u" };
  const imap = { ...place, folders: ["INBOX"], afterwards: "seen" as const, moveTo: null, takeOld: false };
  const save = (mailboxId: string, over: object) =>
    saveConnection(contextOn(desk), {
      mailboxId,
      imap,
      smtp: null,
      auth: "password",
      oauth: null,
      ...over,
    });

  test("are sealed for it, stay when left out, and never follow to another server", async () => {
    const { mailbox } = await aDesk(desk);
    await save(mailbox.id, { secrets: { imapPassword: "open sesame" } });
    const [row] = await desk.sql`select secrets from mailbox_connections where mailbox_id = ${mailbox.id}`;
    expect(row?.secrets).not.toContain("sesame");
    expect(openSecrets({ secret: testConfig.secret, mailboxId: home.mailbox.id }, row?.secrets)).toEqual({});
    await save(mailbox.id, {});
    expect((await readConnection(contextOn(desk), mailbox.id))?.secrets.imapPassword).toBe("open sesame");
    await save(mailbox.id, { imap: { ...imap, host: "imap.thief.example" } });
    expect((await readConnection(contextOn(desk), mailbox.id))?.secrets.imapPassword).toBeUndefined();
  });

  test("a token is renewed before it ends, kept, and its refusal told", async () => {
    const { mailbox } = await aDesk(desk);
    await save(mailbox.id, {
      auth: "microsoft",
      oauth: { clientId: "c", tenant: "t" },
      secrets: { refreshToken: "r1", clientSecret: "s" },
    });
    const ctx = contextOn(desk);
    const now = async () => (await readConnection(ctx, mailbox.id))!;
    const granted = {
      kind: "granted" as const,
      accessToken: "a1",
      expiresInSeconds: 3600,
      refreshToken: "r2",
      refreshExpiresInSeconds: 86_400,
    };
    expect(await loginTo(ctx, await now(), "imap", async () => granted)).toEqual({
      user: "u",
      accessToken: "a1",
    });
    expect((await now()).secrets).toMatchObject({ accessToken: "a1", refreshToken: "r2" });
    const never = () => Promise.reject(new Error("asked again"));
    expect(await loginTo(ctx, await now(), "imap", never)).toMatchObject({ accessToken: "a1" });
    const later = contextOn(desk, { now: new Date(ctx.now.getTime() + 2 * 3_600_000) });
    const refused = async () => ({ kind: "refused" as const, error: "400 invalid_grant" });
    await expect(loginTo(later, await now(), "imap", refused)).rejects.toThrow("invalid_grant");
    expect((await now()).tokenError).toBe("400 invalid_grant");
  });
});

test("five 30 MB attachments at once grow by at most 150 MB", async () => {
  const mails = Array.from({ length: 5 }, (_, n) => {
    const body = randomBytes(30 << 20)
      .toString("base64")
      .replace(/.{76}/g, "$&\r\n");
    return Buffer.from(
      `From: big@customer.example\r\nTo: ${home.mailbox.address}\r\nSubject: big\r\nMessage-ID: <big-${n}-${short()}@c>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--\r\n`,
    );
  });
  const ids: string[] = [];
  for (let raw = mails.shift(); raw; raw = mails.shift()) {
    const to = [home.mailbox.address];
    ids.push((await recordInboundEmail(contextOn(desk), { door: "smtp", raw, envelopeTo: to })).id);
  }
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const tools = { ctx: contextOn(desk), log: createLogger({ role: "test", level: "silent" }) };
  await Promise.all(
    ids.map((inboundEmailId) => deliverInboundEmail({ inboundEmailId }, tools as unknown as Tools)),
  );
  delay.disable();
  clearInterval(watch);
  const grown = Math.round((most - before) / (1 << 20));
  const p99 = Math.round(delay.percentile(99) / 1e6);
  console.log(
    `five 30 MB attachments: +${grown} MB, event loop p99 ${p99} ms, max ${Math.round(delay.max / 1e6)} ms`,
  );
  const states = await desk.sql`select state from inbound_emails where id in ${desk.sql(ids)}`;
  expect(states.map((row) => row.state)).toEqual(Array(5).fill("delivered"));
  expect(grown).toBeLessThanOrEqual(150);
}, 120_000);
