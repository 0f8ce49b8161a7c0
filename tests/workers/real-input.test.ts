import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isAlive } from "#bin/processes.ts";
import { contentKey, copyKey } from "#lib/domain/intake/content-key.ts";
import { digestOf } from "#lib/domain/intake/mail-digest.ts";
import { type Backroom, openBackroom, untilQuiet } from "./backroom.ts";
import { dial, sendRaw } from "./smtp-client.ts";
import { backends, openWorld, type World } from "./world.ts";

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const mailbox = "support@desk.test";

type Sent = { name: string; raw: Buffer; answer: string };

/** Every mail of the corpus, many of them broken or hostile, and every ticket of the bilingual desk as a mail. */
function realInput(): { name: string; from: string; raw: Buffer }[] {
  const folder = join(shared, "mail");
  const mails = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .map((name) => ({ name, from: "peer@relay.test", raw: ended(readFileSync(join(folder, name))) }));
  const rows = gunzipSync(readFileSync(join(shared, "data/helpdesk-koen/tickets_dev.jsonl.gz"))).toString();
  const tickets = rows
    .trim()
    .split("\n")
    .map((row) => JSON.parse(row) as { id: string; text: string })
    .map(({ id, text }) => ({ name: id, from: `${id}@customer.test`, raw: mailOf(id, text) }));
  return [...mails, ...tickets];
}

/** A peer's data ends with a line end. */
function ended(raw: Buffer): Buffer {
  return raw.subarray(-2).equals(Buffer.from("\r\n")) ? raw : Buffer.concat([raw, Buffer.from("\r\n")]);
}

function mailOf(id: string, text: string): Buffer {
  const head = [
    `From: ${id} <${id}@customer.test>`,
    `To: ${mailbox}`,
    `Message-ID: <${id}@customer.test>`,
    `Subject: =?utf-8?B?${Buffer.from(text.slice(0, 30).toWellFormed()).toString("base64")}?=`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
  ];
  const body = Buffer.from(text).toString("base64").replace(/.{76}/g, "$&\r\n");
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}\r\n`);
}

describe.each(backends)("real input on %s", (kind, missing) => {
  if (missing) return test.skip(missing);
  let world: World;
  let backroom: Backroom;
  let workerPid = 0;
  const sent: Sent[] = [];

  beforeAll(async () => {
    world = await openWorld(kind);
    backroom = await openBackroom(world);
    workerPid = backroom.worker.pid;
    const input = realInput();
    const lines = Array.from({ length: 6 }, async () => {
      const peer = await dial(backroom.port);
      await peer.say("EHLO relay.test");
      for (let mail = input.shift(); mail; mail = input.shift()) {
        const answer = await sendRaw(peer, { from: mail.from, to: mailbox, raw: mail.raw });
        sent.push({ name: mail.name, raw: mail.raw, answer });
      }
      peer.close();
    });
    await Promise.all(lines);
    await untilQuiet(world, 240_000);
  }, 420_000);
  afterAll(async () => {
    await backroom?.stop();
    await world?.close();
  });

  test("every mail was taken", () => {
    expect(sent.length).toBe(1113 + 72);
    expect(sent.filter(({ answer }) => !answer.startsWith("250"))).toEqual([]);
  });

  test("each is in the ledger exactly once, byte for byte, with a state and a reason", async () => {
    const rows = await world.database.sql<
      { content_key: string; sha256: string; state: string; reason: string }[]
    >`
      select content_key, sha256, state, reason from inbound_emails`;
    // Copies of a mail that only came by another way are one mail.
    const mailOfKey = new Map(
      sent.map(({ raw }) => {
        const digest = digestOf(raw);
        const key = contentKey(mailbox, digest);
        return [key, copyKey(mailbox, digest) ?? key];
      }),
    );
    const kept = rows.map((row) => mailOfKey.get(row.content_key) ?? "never sent");
    expect(kept.toSorted()).toEqual([...new Set(mailOfKey.values())].toSorted());
    const bytes = new Set(sent.map(({ raw }) => createHash("sha256").update(raw).digest("hex")));
    expect(rows.filter((row) => !bytes.has(row.sha256))).toEqual([]);
    expect(rows.filter((row) => !["delivered", "ignored"].includes(row.state))).toEqual([]);
    expect(rows.filter((row) => !row.reason)).toEqual([]);
  });

  test("each delivered one is one message on one ticket", async () => {
    const lost = await world.database.sql`
      select i.id, i.reason from inbound_emails i
      left join messages m on m.id = i.ticket_message_id
      where i.state = 'delivered' and (m.id is null or m.ticket_id <> i.ticket_id)
        and i.reason not like '%bounce%'`;
    expect(lost.slice(0, 5)).toEqual([]);
    const twice = await world.database.sql`
      select ticket_message_id from inbound_emails where ticket_message_id is not null
      group by 1 having count(*) > 1`;
    expect(twice).toHaveLength(0);
  });

  test("no worker died and no job failed for good", async () => {
    expect(backroom.worker.pid).toBe(workerPid);
    expect(isAlive(workerPid)).toBe(true);
    const failed = await world.look((queues) =>
      Promise.all([queues.intake, queues.assistant, queues.outgoing].map((queue) => queue.getFailed())),
    );
    expect(failed.flat().map((job) => `${job.name}: ${job.failedReason}`)).toEqual([]);
  });

  test("each message was looked at once by each step of the assistant, or is a person's", async () => {
    const doubled = await world.database.sql`
      select message_id, step from assistant_runs where applied group by 1, 2 having count(*) > 1`;
    expect(doubled).toHaveLength(0);
    const waiting = await world.database.sql`
      select number, assistant_state from tickets
      where assistant_state in ('waiting', 'sorted') and status not in ('solved', 'closed')`;
    expect(waiting.slice(0, 5)).toEqual([]);
  });
});
