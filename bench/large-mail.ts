/**
 * Five mails with attachments of 30 MB at once through each door: how much the door's process and the worker grow, and
 * how long their event loops are held. The floor is the same bytes into a bare smtp-server.
 *
 *     node bench/large-mail.ts [smtp] [http] [imap]
 *
 * HTTP needs the built screens, IMAP needs Dovecot and root.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { freePort } from "#bin/free-port.ts";
import { migrateDatabase } from "#bin/migrate.ts";
import { connect } from "#db/client.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import { createContext } from "#lib/services/context.ts";
import { createApiToken } from "#lib/services/people/api-tokens.ts";
import { saveConnection } from "#lib/services/settings/mailbox-connection.ts";
import { createMailbox } from "#lib/services/settings/mailboxes.ts";
import { startDovecot } from "#tests/support/dovecot.ts";
import { dial, sendRaw } from "#tests/workers/smtp-client.ts";
import { until } from "#tests/workers/world.ts";
import type { Watched } from "./watch-process.ts";
import { watchedProcess } from "./watched.ts";

const attachmentMb = 30;
const atOnce = 5;
const asked = process.argv.slice(2);
const doors = asked.length > 0 ? asked : ["smtp", "imap", ...(existsSync(".next/BUILD_ID") ? ["http"] : [])];
const baton = join(import.meta.dirname, "../bin/baton.ts");
const attachment = randomBytes(attachmentMb << 20)
  .toString("base64")
  .replace(/.{76}/g, "$&\r\n");

function largeMail(to: string, body = attachment): Buffer {
  const head = `From: big@customer.test\r\nTo: ${to}\r\nSubject: big\r\nMessage-ID: <${randomUUID()}@c.test>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n`;
  const file = `--b\r\nContent-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
  return Buffer.from(`${head}--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n${file}--b--\r\n`, "latin1");
}

async function bySmtp(port: number, mails: Buffer[], to: string): Promise<void> {
  await Promise.all(
    mails.map(async (raw) => {
      const peer = await dial(port);
      await peer.say("EHLO bench.test");
      const answer = await sendRaw(peer, { from: "big@customer.test", to, raw });
      peer.close();
      if (!answer.startsWith("250")) throw new Error(answer);
    }),
  );
}

const mailsTo = (to: string) => Array.from({ length: atOnce }, () => largeMail(to));
const said = ({ startMb, mostMb, p99Ms, maxMs }: Watched) =>
  `+${mostMb - startMb} MB, event loop p99 ${p99Ms} ms, longest ${maxMs} ms`;

const dataDir = mkdtempSync(join(tmpdir(), "baton-bench-"));
mkdirSync(join(dataDir, "log"));
const server = await startEmbeddedPostgres({ dataDir });
const [smtpPort, webPort, barePort] = [await freePort(), await freePort(), await freePort()];
const secret = "a-secret-for-benchmarks-of-at-least-32";
const settings = {
  DATA_DIR: dataDir,
  DATABASE_URL: server.nearUrl,
  REDIS_URL: "",
  SECRET: secret,
  MAIL_FROM: "support@desk.test",
  MAIL_DOMAIN: "desk.test",
  SMTP_LISTEN: `127.0.0.1:${smtpPort}`,
  SMTP_URL: "",
  HOST: "127.0.0.1",
  PORT: String(webPort),
  AI_MODEL: "builtin",
  LOG_LEVEL: "warn",
};
await migrateDatabase(server.url);
const connection = connect(server.url, { name: "bench", max: 2 });
const config = { publicUrl: `http://127.0.0.1:${webPort}`, mailDomain: "desk.test", secret };
const ctx = () => createContext({ db: connection.db, actor: { kind: "system" }, config });
await seedBase(ctx(), { mailFrom: settings.MAIL_FROM });

const roles = ["smtp", "worker", ...(doors.includes("http") ? ["web"] : [])];
const processes = Object.fromEntries(
  roles.map((role) => [role, watchedProcess(dataDir, role, [baton, role], settings)]),
);
const bare = watchedProcess(
  dataDir,
  "bare",
  [join(import.meta.dirname, "bare-smtp.ts"), String(barePort)],
  {},
);
const dovecot = doors.includes("imap") ? await startDovecot() : null;
const delivered = (wanted: number) =>
  until(
    `${wanted} mails are delivered`,
    async () => {
      const [row] =
        await connection.sql`select count(*)::int as n from inbound_emails where state = 'delivered'`;
      return row?.n >= wanted;
    },
    300_000,
  );

try {
  let count = 0;
  const { token } = await createApiToken(ctx(), { name: "bench", scopes: ["inbound"] });
  const byHttp = (mails: Buffer[]) =>
    Promise.all(
      mails.map(async (raw) => {
        const answer = await fetch(`${config.publicUrl}/api/inbound/mail`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "message/rfc822" },
          body: new Uint8Array(raw),
        });
        if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
      }),
    );
  // Small mails first, so that what every process loads once is not counted.
  const answers = (port: number) =>
    until("it answers", async () => {
      const peer = await dial(port);
      const said = await peer.say("NOOP");
      peer.close();
      return said.startsWith("250");
    });
  await Promise.all([answers(smtpPort), answers(barePort)]);
  const small = () => Array.from({ length: 5 }, () => largeMail("support@desk.test", "aGVsbG8="));
  await bySmtp(smtpPort, small(), "support@desk.test");
  await bySmtp(barePort, small(), "support@desk.test");
  count += 5;
  if (doors.includes("http")) {
    await until("web answers", () =>
      fetch(`${config.publicUrl}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    await byHttp(small());
    count += 5;
  }
  await delivered(count);
  await new Promise((resolve) => setTimeout(resolve, 3_000));

  const measure = async (door: string, process: string, send: () => Promise<unknown>) => {
    for (const one of Object.values(processes)) await one.figures();
    const began = performance.now();
    await send();
    const taken = performance.now() - began;
    const door1 = await processes[process]!.figures();
    count += atOnce;
    await delivered(count);
    const all = performance.now() - began;
    const worker = await processes.worker!.figures();
    console.log(
      `${door}: taken after ${(taken / 1000).toFixed(1)} s, delivered after ${(all / 1000).toFixed(1)} s`,
    );
    if (process !== "worker") console.log(`  ${process}: ${said(door1)}`);
    console.log(`  worker: ${said(worker)}`);
    return door1;
  };

  await bare.figures();
  await bySmtp(barePort, mailsTo("support@desk.test"), "support@desk.test");
  const floor = await bare.figures();
  console.log(`bare smtp-server (floor): ${said(floor)}`);
  if (doors.includes("smtp")) {
    const door = await measure("smtp", "smtp", () =>
      bySmtp(smtpPort, mailsTo("support@desk.test"), "support@desk.test"),
    );
    console.log(`  p99 to the floor's: ${(door.p99Ms / floor.p99Ms).toFixed(1)}`);
  }
  if (doors.includes("http")) await measure("http", "web", () => byHttp(mailsTo("support@desk.test")));
  if (dovecot) {
    const users = Array.from({ length: atOnce }, (_, n) => `brand${n}`);
    for (const user of users) await dovecot.append(user, [largeMail(`${user}@desk.test`)]);
    await measure("imap", "worker", async () => {
      for (const user of users) {
        const named = { address: `${user}@desk.test`, name: user, senderName: user };
        const { id: mailboxId } = await createMailbox(ctx(), named);
        const place = { host: "127.0.0.1", port: dovecot.imapPort, security: "none", user } as const;
        await saveConnection(ctx(), {
          mailboxId,
          imap: { ...place, folders: ["INBOX"], afterwards: "seen", moveTo: null, takeOld: true },
          smtp: null,
          auth: "password",
          oauth: null,
          secrets: { imapPassword: "secret" },
        });
      }
    });
  }
} finally {
  await Promise.all([...Object.values(processes), bare].map((one) => one.stop()));
  await dovecot?.stop();
  await connection.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
