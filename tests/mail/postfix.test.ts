import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "#bin/free-port.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import { postfixMissing, startPostfix, type TestPostfix } from "#tests/support/postfix.ts";
import { launchRole, type TestProcess } from "#tests/support/processes.ts";
import { dial, sendRaw } from "#tests/workers/smtp-client.ts";
import { openWorld, until, type World } from "#tests/workers/world.ts";

const missing = postfixMissing();
const mails = 8;

describe.each(["lmtp", "smtp"] as const)("a real mail server in front of our %s door", (protocol) => {
  if (missing) return test.skip(missing);
  let world: World;
  let postfix: TestPostfix;
  let door: TestProcess;

  beforeAll(async () => {
    world = await openWorld("postgres");
    await seedBase(world.context(), { mailFrom: "support@desk.test" });
    const port = await freePort();
    mkdirSync(join(world.env.dataDir, "log"), { recursive: true });
    const off = protocol === "lmtp" ? "SMTP_LISTEN" : "LMTP_LISTEN";
    const settings = {
      DATA_DIR: world.env.dataDir,
      DATABASE_URL: world.env.databaseUrl ?? "",
      SECRET: world.env.secret ?? "",
      MAIL_FROM: "support@desk.test",
      MAIL_DOMAIN: "desk.test",
      [off]: "off",
      [`${protocol.toUpperCase()}_LISTEN`]: `127.0.0.1:${port}`,
    };
    door = launchRole("smtp", settings, join(world.env.dataDir, "log/door.log"));
    postfix = await startPostfix({ domain: "desk.test", protocol, port });
    await until("the door is open", () => door.tail().includes('"started"'));
  });
  afterAll(async () => {
    await postfix?.stop();
    await door?.end("SIGTERM");
    await world?.close();
  });

  test("every mail it was given is here once, although our process is killed again and again in the middle", async () => {
    const peer = await dial(postfix.port);
    await peer.say("EHLO customer.test");
    const sent: string[] = [];
    for (let n = 0; n < mails; n++) {
      const id = `${protocol}-${n}@customer.test`;
      // Large enough that a kill falls into the middle of one.
      const raw = Buffer.from(
        `From: kim@customer.test\r\nTo: support@desk.test\r\nSubject: mail ${n}\r\nMessage-ID: <${id}>\r\n\r\n${"A line of some length for a longer mail.\r\n".repeat(50_000)}`,
      );
      expect(await sendRaw(peer, { from: "kim@customer.test", to: "support@desk.test", raw })).toMatch(
        /^250/,
      );
      sent.push(id);
      if (n % 4 !== 1) continue;
      // It is reading one when it dies.
      await until("it is taking mail in", () => postfix.waiting() > 0);
      await door.end("SIGKILL");
      door.restart();
    }
    peer.close();
    await until("the server holds nothing any more", () => postfix.waiting() === 0, 120_000).catch(
      (error) => {
        throw new Error(`${error.message}\n${postfix.log().slice(-3_000)}\n${door.tail()}`);
      },
    );
    const rows = await world.database.sql<{ message_id: string }[]>`select message_id from inbound_emails`;
    expect(rows.map((row) => row.message_id).sort()).toEqual(sent.sort());
  }, 300_000);

  test("what it may not deliver comes back as its own bounce, at once", async () => {
    const peer = await dial(postfix.port);
    await peer.say("EHLO customer.test");
    const raw = Buffer.from("From: kim@customer.test\r\nSubject: x\r\n\r\nhello\r\n");
    await sendRaw(peer, { from: "", to: "nobody@desk.test", raw });
    peer.close();
    await until("it was refused for good", () => /550 5\.1\.1[^\n]*No such mailbox/.test(postfix.log()));
    await until("the server holds it no more", () => postfix.waiting() === 0);
  });
});
