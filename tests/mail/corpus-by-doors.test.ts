import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "#bin/free-port.ts";
import { contentKey, copyKey } from "#lib/domain/intake/content-key.ts";
import { digestOf } from "#lib/domain/intake/mail-digest.ts";
import { createLogger } from "#lib/logger.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { saveConnection } from "#lib/services/settings/mailbox-connection.ts";
import { createMailbox } from "#lib/services/settings/mailboxes.ts";
import { dovecotMissing, startDovecot, type TestDovecot } from "#tests/support/dovecot.ts";
import { dial } from "#tests/workers/smtp-client.ts";
import { openWorld, until, type World } from "#tests/workers/world.ts";
import { type ImapDoors, startImapDoors } from "#workers/imap-doors.ts";
import { type MailDoors, startMailDoors } from "#workers/mail-door.ts";
import { corpusExists, corpusFolder } from "./score/cases.ts";

const missing = dovecotMissing() ?? (corpusExists ? null : "The corpus is not beside the project.");
const log = createLogger({ role: "test", level: "silent" });
const [support, billing] = ["support@desk.test", "billing@desk.test"];

/** As Dovecot gives a mail back: line ends are CRLF however many returns they had, and NUL is 0x80. */
function asServed(raw: Buffer): Buffer {
  const text = raw.toString("latin1").replace(/\r*\n/g, "\r\n").replaceAll("\0", "\x80");
  return Buffer.from(text, "latin1");
}

describe.skipIf(missing)("every mail of the corpus", () => {
  let world: World;
  let dovecot: TestDovecot;
  let imap: ImapDoors;
  let doors: MailDoors;
  const mails = (missing ? [] : readdirSync(corpusFolder, { recursive: true, encoding: "utf8" }))
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .map((name) => asServed(readFileSync(join(corpusFolder, name))));
  /** Copies of a mail that only came by another way are one mail. */
  const keyOf = (address: string, raw: Buffer) => {
    const digest = digestOf(raw);
    return copyKey(address, digest) ?? contentKey(address, digest);
  };
  const distinct = (address: string) => new Set(mails.map((raw) => keyOf(address, raw)));
  const rows = () => world.database.sql<
    { address: string; copy_key: string; content_key: string; sha256: string }[]
  >`
    select m.address, copy_key, content_key, sha256 from inbound_emails join mailboxes m on m.id = mailbox_id`;

  beforeAll(async () => {
    world = await openWorld("postgres");
    dovecot = await startDovecot();
    const named = { name: "Desk", senderName: "Desk" };
    const { id } = await createMailbox(world.context(), { address: support, ...named });
    await createMailbox(world.context(), { address: billing, ...named });
    const place = { host: "127.0.0.1", port: dovecot.imapPort, security: "none", user: "support" } as const;
    await saveConnection(world.context(), {
      mailboxId: id,
      imap: { ...place, folders: ["INBOX"], afterwards: "seen", moveTo: null, takeOld: true },
      smtp: null,
      auth: "password",
      oauth: null,
      secrets: { imapPassword: "secret" },
    });
    const lmtpListen = { host: "127.0.0.1", port: await freePort() };
    doors = await startMailDoors({ ...world.env, smtpListen: null, lmtpListen }, { log });
  });
  afterAll(async () => {
    await imap?.stop();
    await doors?.stop();
    await dovecot?.stop();
    await world?.close();
  });

  test("comes in by IMAP, byte for byte, none twice and none left behind", async () => {
    expect(mails).toHaveLength(1113);
    await dovecot.append("support", mails);
    imap = startImapDoors({ connection: world.database, context: world.context, log });
    const read = async () => {
      const [at] = await world.database.sql`select last_uid from imap_folders`;
      return Number(at?.last_uid) === mails.length;
    };
    await until("the folder is read to its end", read, 240_000);
    const kept = await rows();
    expect(kept.map((row) => row.copy_key ?? row.content_key).sort()).toEqual([...distinct(support)].sort());
    const served = new Set(mails.map((raw) => createHash("sha256").update(raw).digest("hex")));
    expect(kept.filter(({ sha256 }) => !served.has(sha256))).toEqual([]);
    const [aside] = await world.database.sql`select count(*)::int as n from imap_stumbles`;
    expect(aside?.n).toBe(0);
  }, 300_000);

  test("comes again by LMTP for two mailboxes: nothing new in the first, one of each in the second", async () => {
    const left = [...mails];
    const line = async () => {
      const peer = await dial(doors.lmtpPort!);
      await peer.say("LHLO relay.test");
      for (let raw = left.shift(); raw; raw = left.shift()) {
        await peer.say("MAIL FROM:<peer@relay.test>");
        for (const to of [support, billing]) await peer.say(`RCPT TO:<${to}>`);
        const answers = [await peer.data(raw), await peer.reply()];
        expect(answers.map((answer) => answer.slice(0, 3))).toEqual(["250", "250"]);
      }
      peer.close();
    };
    await Promise.all([line(), line(), line(), line()]);
    const kept = await rows();
    for (const address of [support, billing]) {
      const keys = kept
        .filter((row) => row.address === address)
        .map((row) => row.copy_key ?? row.content_key);
      expect(keys.sort()).toEqual([...distinct(address)].sort());
    }
  }, 300_000);

  test("comes once more by HTTP, every third of it, in pieces, for both: nothing new in either", async () => {
    for (const raw of mails.filter((_, index) => index % 3 === 0)) {
      const { body } = new Request("http://desk.test/", { method: "POST", body: new Uint8Array(raw) });
      const pieces = async function* () {
        for await (const piece of body!) yield Buffer.from(piece);
      };
      const envelopeTo = [support, billing];
      const recorded = await recordInboundEmail(world.context(), { door: "http", raw: pieces(), envelopeTo });
      expect(recorded.duplicate).toBe(true);
    }
    expect(await rows()).toHaveLength(distinct(support).size + distinct(billing).size);
  }, 120_000);
});
