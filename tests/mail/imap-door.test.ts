// One file, although long: all its tests speak to one mail server, first a full one, then a poor one.
import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createLogger } from "#lib/logger.ts";
import { readComparisons } from "#lib/reads/mailbox-comparison.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { compareMailbox } from "#lib/services/mailboxes/compare-mailbox.ts";
import { type SaveConnection, saveConnection } from "#lib/services/settings/mailbox-connection.ts";
import { createMailbox } from "#lib/services/settings/mailboxes.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { dovecotMissing, startDovecot, type TestDovecot } from "#tests/support/dovecot.ts";
import { until } from "#tests/workers/world.ts";
import { type ImapDoors, startImapDoors } from "#workers/imap-doors.ts";

const missing = dovecotMissing();
const secret = "a-secret-for-tests-of-at-least-32-characters";
const mail = (n: number | string, body = "hello") =>
  Buffer.from(
    `From: kim@customer.test\r\nTo: support@desk.test\r\nSubject: mail ${n}\r\nMessage-ID: <${n}@customer.test>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0900\r\n\r\n${body} ${n}\r\n`,
  );
const limits = { firstRetryMs: 200, lastRetryMs: 1_000, pollMs: 3_000, pollWithoutIdleMs: 1_000 };

describe.each([
  ["a full server", false],
  ["a poor server without IDLE, MOVE and UIDPLUS", true],
])("the IMAP door of %s", (_, poor) => {
  if (missing) return test.skip(missing);
  let dovecot: TestDovecot;
  let database: TestDatabase;
  let doors: ImapDoors | null = null;
  let count = 0;
  let user = "";
  let mailboxId = "";
  const context = (): Context =>
    createContext({
      db: database.db,
      actor: { kind: "system" },
      config: { publicUrl: "http://127.0.0.1:3000", mailDomain: "desk.test", secret },
    });

  beforeAll(async () => {
    database = await createTestDatabase();
    dovecot = await startDovecot({ poor });
  });
  afterEach(async () => {
    await doors?.stop();
    doors = null;
    await database.clear();
  });
  afterAll(async () => {
    await dovecot?.stop();
    await database?.drop();
  });

  /** A mailbox of its own for each test. */
  async function connected(over: Partial<NonNullable<SaveConnection["imap"]>> = {}): Promise<void> {
    user = `user${++count}`;
    const { id } = await createMailbox(context(), {
      address: `${user}@desk.test`,
      name: "Support",
      senderName: "Support",
    });
    mailboxId = id;
    await saveConnection(context(), {
      mailboxId,
      imap: {
        host: "127.0.0.1",
        port: dovecot.imapPort,
        security: "none",
        user,
        folders: ["INBOX"],
        afterwards: "seen",
        moveTo: null,
        takeOld: true,
        ...over,
      },
      smtp: null,
      auth: "password",
      oauth: null,
      secrets: { imapPassword: "secret" },
    });
  }
  function open(over: Partial<typeof limits> & { mailBytes?: number } = {}): void {
    doors = startImapDoors({
      connection: database,
      context,
      log: createLogger({ role: "test", level: "silent" }),
      limits: { ...limits, ...over },
    });
  }
  const rows = () =>
    database.sql<{ message_id: string; sha256: string; door: string; state: string }[]>`
      select message_id, sha256, door, state from inbound_emails order by accepted_at, id`;
  const taken = (wanted: number) =>
    until(`${wanted} mails are in the ledger`, async () => (await rows()).length >= wanted, 20_000);
  const listening = () =>
    until("the door listens", async () => {
      const [row] =
        await database.sql`select last_seen_at from mailbox_connections where last_seen_at is not null`;
      return row !== undefined;
    });
  const read = () =>
    until("the folder is read to its end", async () => {
      const imap = await dovecot.client(user);
      const { uidNext } = (await imap.status("INBOX", { uidNext: true })) as { uidNext: number };
      await imap.logout();
      const [row] = await database.sql`select last_uid from imap_folders where mailbox_id = ${mailboxId}`;
      return Number(row?.last_uid) === uidNext - 1;
    });
  async function flags(): Promise<string[]> {
    const imap = await dovecot.client(user);
    await imap.mailboxOpen("INBOX");
    const all = await imap.fetchAll("1:*", { flags: true });
    await imap.logout();
    return all.map((one) => [...(one.flags ?? [])].filter((flag) => flag !== "\\Recent").join(" "));
  }

  test("takes what is there and what comes, byte for byte, and marks it after the commit", async () => {
    await connected();
    const mails = [mail(1), mail(2), mail(3)];
    await dovecot.append(user, mails.slice(0, 2));
    open();
    await taken(2);
    await dovecot.append(user, mails.slice(2));
    await taken(3);
    await read();
    const found = await rows();
    expect(found.map((row) => row.sha256)).toEqual(
      mails.map((raw) => createHash("sha256").update(raw).digest("hex")),
    );
    expect(new Set(found.map((row) => row.door))).toEqual(new Set(["imap"]));
    await until("all are seen", async () => (await flags()).every((flag) => flag === "\\Seen"));
  });

  test("leaves alone what was there before, unless asked", async () => {
    await connected({ takeOld: false });
    const imap = await dovecot.client(user);
    await imap.append("INBOX", mail("old"), [], new Date("2020-01-01"));
    await imap.append("INBOX", mail("new"));
    await imap.logout();
    open();
    await read();
    expect((await rows()).map((row) => row.message_id)).toEqual(["new@customer.test"]);
    expect(await flags()).toEqual(["", "\\Seen"]);
  });

  test("takes what a person has read meanwhile, and what was moved it does not take twice", async () => {
    await connected({ afterwards: "move", moveTo: "Archive" });
    const imap = await dovecot.client(user);
    await imap.append("INBOX", mail("read"), ["\\Seen"]);
    await imap.logout();
    open();
    await taken(1);
    await until("it was moved", async () => (await flags()).length === 0).catch(async (error) => {
      // Without MOVE and UIDPLUS a copy is made and the original marked.
      if (!poor || !(await flags()).every((flag) => flag.includes("\\Deleted"))) throw error;
    });
    expect(await rows()).toHaveLength(1);
  });

  test("catches up after the server was killed and comes back", async () => {
    await connected();
    open();
    await dovecot.append(user, [mail(1)]);
    await taken(1);
    await dovecot.kill();
    await dovecot.start();
    await dovecot.append(user, [mail(2), mail(3)]);
    await taken(3);
    await read();
    expect(await rows()).toHaveLength(3);
  });

  test("a folder that is numbered anew brings nothing twice and hides nothing", async () => {
    await connected();
    open();
    await dovecot.append(user, [mail(1), mail(2)]);
    await taken(2);
    const validity = async () =>
      Number(
        (await database.sql`select uid_validity from imap_folders where mailbox_id = ${mailboxId}`)[0]
          ?.uid_validity,
      );
    const before = await validity();
    await doors?.stop();
    // Dovecot takes the second of the clock for it.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await dovecot.renumber(user);
    await dovecot.append(user, [mail(3)]);
    open();
    await taken(3);
    await read();
    expect(await validity()).not.toBe(before);
    expect(await rows()).toHaveLength(3);
  });

  test("what is too large becomes a ticket that says so, and the next goes on", async () => {
    await connected();
    await dovecot.append(user, [mail("huge", "x".repeat(40_000)), mail("small")]);
    open({ mailBytes: 20_000 });
    await taken(2);
    const [stub] = await database.sql<{ text: string }[]>`
      select convert_from(b.bytes, 'utf8') as text from inbound_emails i join blob_chunks b using (sha256)
      where i.message_id like 'stand-in%'`;
    expect(stub?.text).toContain("Subject: mail huge");
    const words = Buffer.from(stub?.text.split("\r\n\r\n")[1] ?? "", "base64").toString();
    expect(words).toContain("too large");
    expect(words).toContain("너무 커서");
  });

  test("a mail that cannot be kept is tried three times, set aside with a stand-in, and the next goes on", async () => {
    await connected();
    await database.sql.unsafe(`
      create function refuse_poison() returns trigger language plpgsql as $$
        begin raise exception 'poison'; end $$;
      create trigger poison before insert on inbound_emails for each row
        when (new.message_id = 'poison@customer.test') execute function refuse_poison()`);
    try {
      await dovecot.append(user, [mail("poison"), mail("after")]);
      open();
      await taken(2);
      await until("it is quarantined", async () => {
        const [row] = await database.sql`select attempts, quarantined_at from imap_stumbles`;
        return row?.attempts === 3 && row.quarantined_at !== null;
      });
      expect((await rows()).map((row) => row.message_id).sort()).toEqual([
        "after@customer.test",
        expect.stringMatching(/^stand-in/),
      ]);
      expect(await flags()).toEqual(["", "\\Seen"]);
    } finally {
      await database.sql.unsafe("drop trigger poison on inbound_emails; drop function refuse_poison()");
    }
  });

  test("mail that it had passed over is found by comparing with the server, told, and taken", async () => {
    await connected();
    await dovecot.append(user, [mail(1), mail(2), mail(3)]);
    open();
    await taken(3);
    await read();
    // Else the reopened door compares at once.
    await until("the folder was compared", async () => {
      const [row] = await database.sql`select compared_at from imap_folders where mailbox_id = ${mailboxId}`;
      return row?.compared_at;
    });
    await doors?.stop();
    // As if the second and third had become visible only after the desk had read on.
    await database.sql`delete from inbound_emails where message_id <> '1@customer.test'`;
    open();
    await read();
    expect(await rows()).toHaveLength(1);
    await compareMailbox(context(), { mailboxId });
    await taken(3);
    await until("it is told", async () => {
      const [folder] = await readComparisons(context());
      return folder?.backfilledMails === 2 && !folder.waiting && folder.missingMails === 0;
    });
    await compareMailbox(context(), { mailboxId });
    await until("all is there", async () => {
      const [folder] = await readComparisons(context());
      return !folder?.waiting && folder?.serverMails === 3 && folder.missingMails === 0;
    });
    expect(await rows()).toHaveLength(3);
  });

  test("two processes read it once: the second waits for the first to go", async () => {
    await connected();
    open();
    await listening();
    const second = startImapDoors({
      connection: database,
      context,
      log: createLogger({ role: "test", level: "silent" }),
      limits,
    });
    try {
      await dovecot.append(user, [mail(1)]);
      await taken(1);
      const held = await database.sql`
        select pid from pg_locks join pg_database on oid = database
        where locktype = 'advisory' and granted and datname = current_database()`;
      expect(held).toHaveLength(1);
      await doors?.stop();
      await dovecot.append(user, [mail(2)]);
      await taken(2);
    } finally {
      await second.stop();
    }
  });

  test("a wrong password is told, and mended by the settings", async () => {
    await connected();
    await database.sql`update mailbox_connections set secrets = null`;
    let said = "";
    open();
    await until("it is told", async () => {
      const [row] = await database.sql`select last_error from mailbox_connections`;
      said = row?.last_error ?? "";
      return said !== "";
    });
    expect(said).toMatch(/auth|password/i);
    const [row] = await database.sql`select imap from mailbox_connections`;
    await saveConnection(context(), {
      mailboxId,
      imap: row?.imap as NonNullable<SaveConnection["imap"]>,
      smtp: null,
      auth: "password",
      oauth: null,
      secrets: { imapPassword: "secret" },
    });
    await dovecot.append(user, [mail(1)]);
    await taken(1);
  });
});
