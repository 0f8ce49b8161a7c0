import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "#bin/free-port.ts";
import { selfSigned } from "#lib/channels/email/own-certificate.ts";
import type { SmtpDoor } from "#lib/channels/email/smtp-server.ts";
import type { Env } from "#lib/env.ts";
import { createLogger } from "#lib/logger.ts";
import { readWholeBlob } from "#lib/services/blobs/store-blob.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { startMailDoors } from "#workers/mail-door.ts";
import { dial, type SmtpClient, sendRaw } from "./smtp-client.ts";
import { type Door, doorTo } from "./tcp-proxy.ts";
import { openWorld, type World } from "./world.ts";

const log = createLogger({ role: "smtp", level: "silent" });
const mail = (body: string, id = Math.random().toString(36)) =>
  Buffer.from(
    `From: a@customer.test\r\nTo: support@desk.test\r\nMessage-ID: <${id}@t>\r\n\r\n${body}\r\n`,
    "latin1",
  );

describe("the mail door", () => {
  let world: World;
  const open: { close(): unknown }[] = [];

  beforeAll(async () => {
    world = await openWorld("postgres");
  });
  beforeEach(() => brand());
  afterAll(() => world?.close());
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
    await world.database.clear();
  });

  async function doorOn(limits: SmtpDoor["limits"] = {}, over: Partial<Env> = {}) {
    const smtpListen = { host: "127.0.0.1", port: await freePort() };
    const doors = await startMailDoors({ ...world.env, smtpListen, ...over }, { log, limits });
    open.push({ close: () => doors.stop() });
    return { port: doors.smtpPort ?? 0 };
  }
  async function lmtpOn(over: Partial<Env> = {}) {
    const lmtpListen = { host: "127.0.0.1", port: await freePort() };
    await doorOn({}, { smtpListen: null, lmtpListen, ...over });
    const peer = await dial(lmtpListen.port);
    open.push(peer);
    return peer;
  }
  /** A way to the database that can be shut. */
  async function shutWay(): Promise<{ way: Door; databaseUrl: string }> {
    const url = new URL(world.env.databaseUrl!);
    const way = await doorTo({ host: url.hostname, port: Number(url.port) });
    open.push({ close: () => way.shut() });
    url.host = `127.0.0.1:${way.port}`;
    return { way, databaseUrl: url.href };
  }
  const brand = () => world.database.sql`
    insert into mailboxes (id, address, name, sender_name, active) values
      (gen_random_uuid(), 'support@desk.test', 'Support', 'Support', true),
      (gen_random_uuid(), 'help@brand.test', 'Brand', 'Brand', true),
      (gen_random_uuid(), 'old@brand.test', 'Old', 'Old', false)`;
  async function client(port: number): Promise<SmtpClient> {
    const one = await dial(port);
    open.push(one);
    await one.say("EHLO peer.test");
    return one;
  }
  const rows = () =>
    world.database.sql<{ sha256: string; state: string; envelope_from: string; envelope_to: string[] }[]>`
      select sha256, state, envelope_from, envelope_to from inbound_emails order by accepted_at`;
  const storedRaw = async (sha256: string) => readWholeBlob(world.database.db, sha256);

  test("what it answers 250 is committed, with its envelope and its job", async () => {
    const door = await doorOn();
    const raw = mail("hello");
    const answer = await sendRaw(await client(door.port), {
      from: "a@customer.test",
      to: "support@desk.test",
      raw,
    });
    expect(answer).toMatch(/^250 2\.6\.0 kept as /);
    expect(await rows()).toMatchObject([
      {
        sha256: createHash("sha256").update(raw).digest("hex"),
        state: "pending",
        envelope_from: "a@customer.test",
        envelope_to: ["support@desk.test"],
      },
    ]);
    const jobs = await world.database.sql`select job from outbox`;
    expect(jobs).toMatchObject([{ job: "inbound_email.deliver" }]);
  });

  test("the same mail again is one row, and another mail on the same connection is another", async () => {
    const door = await doorOn();
    const peer = await client(door.port);
    const first = { from: "a@customer.test", to: "support@desk.test", raw: mail("one", "same") };
    const second = { ...first, raw: mail("two", "other") };
    const answers = [await sendRaw(peer, first), await sendRaw(peer, first), await sendRaw(peer, second)];
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual(["250", "250", "250"]);
    expect(await rows()).toHaveLength(2);
  });

  test.each([
    ["dots at every place", Buffer.from("Subject: d\r\n\r\n.\r\n..\r\n...\r\n. x\r\nx.\r\n", "latin1")],
    ["raw 8-bit and NUL", Buffer.from([...Buffer.from("Subject: x\r\n\r\n"), 0, 255, 0xb0, 0xa1, 13, 10])],
    ["bare line feeds and returns", Buffer.from("Subject: b\r\n\r\na\nb\rc\r\n", "latin1")],
    ["no empty line", Buffer.from("Subject: no body\r\n", "latin1")],
    ["a line of a megabyte", Buffer.from(`Subject: l\r\n\r\n${"x".repeat(1 << 20)}\r\n`, "latin1")],
  ])("keeps the bytes as they came: %s", async (_, raw) => {
    const door = await doorOn();
    const answer = await sendRaw(await client(door.port), { from: "", to: "support@desk.test", raw });
    expect(answer).toMatch(/^250/);
    const [row] = await rows();
    expect((await storedRaw(row!.sha256))?.equals(raw)).toBe(true);
  });

  test("keeps the bytes however they are cut on the way", async () => {
    const door = await doorOn();
    const lines = Array.from({ length: 200 }, (_, n) => ["", ".", "..", ". .", "text", ".\r"][(n * 7) % 6]);
    const raw = mail(lines.join("\r\n"), "cut");
    const wire = Buffer.from(
      raw
        .toString("latin1")
        .replace(/(^|\n)\./g, "$1..")
        .concat(".\r\n"),
      "latin1",
    );
    const peer = await client(door.port);
    await peer.say("MAIL FROM:<a@b.test>");
    await peer.say("RCPT TO:<support@desk.test>");
    await peer.say("DATA");
    for (let at = 0; at < wire.length; ) {
      const size = 1 + ((at * 31) % 7);
      peer.write(wire.subarray(at, at + size));
      at += size;
      if (at % 50 < size) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await peer.reply()).toMatch(/^250/);
    const [row] = await rows();
    expect((await storedRaw(row!.sha256))?.equals(raw)).toBe(true);
  });

  test.each([
    ["LF . LF", "\n.\n"],
    ["LF . CRLF", "\n.\r\n"],
    ["CRLF . LF", "\r\n.\n"],
    ["CR . CR", "\r.\r"],
    ["CRLF . CR", "\r\n.\r"],
  ])("a mail cannot be smuggled behind %s", async (_, end) => {
    const door = await doorOn();
    const peer = await client(door.port);
    await peer.say("MAIL FROM:<a@b.test>");
    await peer.say("RCPT TO:<support@desk.test>");
    await peer.say("DATA");
    peer.write(
      `Subject: one\r\n\r\nbody${end}MAIL FROM:<boss@desk.test>\r\nRCPT TO:<support@desk.test>\r\nDATA\r\n`,
    );
    peer.write("Subject: two\r\n\r\nsmuggled\r\n.\r\n");
    expect(await peer.reply()).toMatch(/^250/);
    expect(await peer.say("NOOP")).toMatch(/^250/);
    expect(await rows()).toHaveLength(1);
  });

  test.each([
    ["a mailbox", "Support@DESK.test", "250"],
    ["its reply address", "support+12.abcdefghijklmnopqrst@desk.test", "250"],
    ["a mailbox elsewhere", "help@brand.test", "250"],
    ["its reply address", "help+9.abcdefghijklmnopqrst@brand.test", "250"],
    ["a bounce address there", "bounce+0123.abc@brand.test", "250"],
    ["the desk's postmaster", "postmaster@desk.test", "250"],
    ["the postmaster of no domain", "Postmaster", "250"],
    ["a bounce address at the desk's domain", "bounce+0123.abc@desk.test", "250"],
    ["nobody at the desk's domain", "anyone@desk.test", "550 5.1.1"],
    ["a stranger there", "ceo@brand.test", "550 5.1.1"],
    ["a retired mailbox", "old@brand.test", "550 5.1.1"],
    ["another domain", "someone@elsewhere.test", "550 5.1.1"],
    ["a domain that only ends like ours", "x@evil-desk.test", "550 5.1.1"],
  ])("to %s it answers as it should", async (_, address, code) => {
    const door = await doorOn();
    const peer = await client(door.port);
    await peer.say("MAIL FROM:<a@b.test>");
    expect(await peer.say(`RCPT TO:<${address}>`)).toMatch(new RegExp(`^${code}`));
  });

  test("a mail over the limit is refused before and after it was sent, and the next one is taken", async () => {
    const door = await doorOn({ mailBytes: 10_000 });
    const peer = await client(door.port);
    expect(await peer.say("MAIL FROM:<a@b.test> SIZE=20000")).toMatch(/^552 5\.3\.4/);
    const to = { from: "a@b.test", to: "support@desk.test" };
    expect(await sendRaw(peer, { ...to, raw: mail("x".repeat(20_000)) })).toMatch(/^552 5\.3\.4/);
    expect(await rows()).toHaveLength(0);
    expect(await sendRaw(peer, { ...to, raw: mail("small") })).toMatch(/^250/);
  });

  test("more mail at once than it can hold is asked to come back", async () => {
    const door = await doorOn({ heldBytes: 5_000 });
    const to = { from: "a@b.test", to: "support@desk.test" };
    expect(await sendRaw(await client(door.port), { ...to, raw: mail("x".repeat(20_000)) })).toMatch(/^452/);
    expect(await sendRaw(await client(door.port), { ...to, raw: mail("small") })).toMatch(/^250/);
  });

  test("too many peers at once are told so", async () => {
    const door = await doorOn({ connections: 2 });
    await client(door.port);
    await client(door.port);
    const third = await dial(door.port).catch(() => null);
    expect(await third?.say("EHLO x")).toBe("closed");
    third?.close();
  });

  test("a peer that goes away in the middle leaves nothing", async () => {
    const door = await doorOn();
    const peer = await client(door.port);
    await peer.say("MAIL FROM:<a@b.test>");
    await peer.say("RCPT TO:<support@desk.test>");
    await peer.say("DATA");
    peer.write("Subject: half\r\n\r\nhalf a ma");
    await new Promise((resolve) => setTimeout(resolve, 50));
    peer.close();
    const next = await sendRaw(await client(door.port), {
      from: "a@b.test",
      to: "support@desk.test",
      raw: mail("whole"),
    });
    expect(next).toMatch(/^250/);
    expect(await rows()).toHaveLength(1);
  });

  test("no log-in, and encryption with a key of its own", async () => {
    const door = await doorOn();
    const peer = await dial(door.port);
    open.push(peer);
    const offer = await peer.say("EHLO peer.test");
    expect(offer).toContain("STARTTLS");
    expect(offer).toContain("8BITMIME");
    expect(offer).toContain("SMTPUTF8");
    expect(offer).toMatch(/SIZE 52428800/);
    expect(offer).not.toContain("AUTH");
    expect(await peer.say("AUTH PLAIN AGEAYg==")).toMatch(/^5/);
    const { subject } = await peer.startTls();
    expect(subject).toBe("CN=desk.test");
    await peer.say("EHLO peer.test");
    const raw = mail("secret");
    expect(await sendRaw(peer, { from: "a@b.test", to: "support@desk.test", raw })).toMatch(/^250/);
  });

  test("encryption with the key that the owner names, and no start with one that does not belong", async () => {
    const folder = mkdtempSync(join(tmpdir(), "baton-key-"));
    open.push({ close: () => rmSync(folder, { recursive: true }) });
    const smtpTls = { keyFile: join(folder, "key.pem"), certFile: join(folder, "cert.pem") };
    const [owners, others] = ["mx.owner.test", "other.test"].map((name) => selfSigned(name, new Date()));
    writeFileSync(smtpTls.keyFile, owners!.key);
    writeFileSync(smtpTls.certFile, owners!.cert);
    const peer = await dial((await doorOn({}, { smtpTls })).port);
    open.push(peer);
    await peer.say("EHLO peer.test");
    expect((await peer.startTls()).subject).toBe("CN=mx.owner.test");
    writeFileSync(smtpTls.certFile, others!.cert);
    await expect(doorOn({}, { smtpTls })).rejects.toThrow(
      /^The setting SMTP_TLS_CERT is wrong: it must belong/,
    );
    rmSync(smtpTls.keyFile);
    await expect(doorOn({}, { smtpTls })).rejects.toThrow(/^The setting SMTP_TLS_KEY is wrong: .*ENOENT/);
  });

  test("by LMTP each recipient hears an answer, and each mailbox has the mail", async () => {
    const peer = await lmtpOn();
    expect(await peer.say("EHLO peer.test")).toMatch(/^5/);
    expect(await peer.say("LHLO peer.test")).toContain("SIZE 52428800");
    await peer.say("MAIL FROM:<a@customer.test>");
    expect(await peer.say("RCPT TO:<support@desk.test>")).toMatch(/^250/);
    expect(await peer.say("RCPT TO:<nobody@desk.test>")).toMatch(/^550 5\.1\.1/);
    expect(await peer.say("RCPT TO:<help@brand.test>")).toMatch(/^250/);
    const answers = [await peer.data(mail("for both")), await peer.reply()];
    expect(answers.map((answer) => answer.slice(0, 9))).toEqual(["250 2.6.0", "250 2.6.0"]);
    const kept = await world.database.sql`
      select door, m.address from inbound_emails join mailboxes m on m.id = mailbox_id order by 2`;
    expect(kept.map(({ door, address }) => [door, address])).toEqual([
      ["lmtp", "help@brand.test"],
      ["lmtp", "support@desk.test"],
    ]);
  });

  test("by LMTP each recipient hears 451 while the database is away", async () => {
    const { way, databaseUrl } = await shutWay();
    const peer = await lmtpOn({ databaseUrl });
    await peer.say("LHLO peer.test");
    await peer.say("MAIL FROM:<a@customer.test>");
    for (const to of ["support@desk.test", "help@brand.test"]) await peer.say(`RCPT TO:<${to}>`);
    await way.shut();
    const answers = [await peer.data(mail("later")), await peer.reply()];
    expect(answers.map((answer) => answer.slice(0, 9))).toEqual(["451 4.3.0", "451 4.3.0"]);
    expect(await rows()).toEqual([]);
  });

  test("while the database is away the peer is asked to try again, and its next try is one mail", async () => {
    const { way, databaseUrl } = await shutWay();
    const door = await doorOn({}, { databaseUrl });
    const peer = await client(door.port);
    const raw = mail("patient");
    const to = { from: "a@b.test", to: "support@desk.test" };
    await way.shut();
    expect(await sendRaw(peer, { ...to, raw })).toMatch(/^451 4\.3\.0/);
    await peer.say("RSET");
    await way.open();
    expect(await sendRaw(peer, { ...to, raw })).toMatch(/^250/);
    expect(await rows()).toHaveLength(1);
  });

  test("a mail that was committed but never acknowledged is the same mail when it comes again", async () => {
    const raw = mail("twice", "fixed");
    await recordInboundEmail(world.context(), {
      door: "smtp",
      raw,
      envelopeFrom: "a@b.test",
      envelopeTo: ["support@desk.test"],
    });
    const door = await doorOn();
    const again = await sendRaw(await client(door.port), { from: "a@b.test", to: "support@desk.test", raw });
    expect(again).toMatch(/^250/);
    expect(await rows()).toHaveLength(1);
  });
});
