/**
 * From the moment a mail is in an IMAP folder to the bell that shows it on the open screens, over IDLE; and how long
 * after the server was killed and came back until everything that waited there is visible.
 *
 *     node bench/imap-visible.ts [mails] [restarts]
 *
 * Needs Dovecot and root. The floor is one IMAP NOOP.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { migrateDatabase } from "#bin/migrate.ts";
import { connect } from "#db/client.ts";
import { mailboxes } from "#db/schema/index.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import { createContext } from "#lib/services/context.ts";
import { saveConnection } from "#lib/services/settings/mailbox-connection.ts";
import { startDovecot } from "#tests/support/dovecot.ts";
import { launchRole } from "#tests/support/processes.ts";
import { until } from "#tests/workers/world.ts";

const [mails = 60, restarts = 5] = process.argv.slice(2).map(Number);
const perRestart = 5;
const dataDir = mkdtempSync(join(tmpdir(), "baton-bench-"));
mkdirSync(join(dataDir, "log"));
const server = await startEmbeddedPostgres({ dataDir });
const secret = "a-secret-for-benchmarks-of-at-least-32";
const settings = {
  DATA_DIR: dataDir,
  DATABASE_URL: server.nearUrl,
  REDIS_URL: "",
  SECRET: secret,
  MAIL_FROM: "support@desk.test",
  MAIL_DOMAIN: "desk.test",
  SMTP_LISTEN: "off",
  SMTP_URL: "",
  AI_MODEL: "builtin",
  LOG_LEVEL: "warn",
};
await migrateDatabase(server.url);
const connection = connect(server.url, { name: "bench", max: 2 });
const config = { publicUrl: "http://127.0.0.1", mailDomain: "desk.test", secret };
const ctx = createContext({ db: connection.db, actor: { kind: "system" }, config });
await seedBase(ctx, { mailFrom: settings.MAIL_FROM });
const dovecot = await startDovecot();
const [mailbox] = await connection.db.select().from(mailboxes);
const place = { host: "127.0.0.1", port: dovecot.imapPort, security: "none", user: "support" } as const;
await saveConnection(ctx, {
  mailboxId: mailbox!.id,
  imap: { ...place, folders: ["INBOX"], afterwards: "seen", moveTo: null, takeOld: true },
  smtp: null,
  auth: "password",
  oauth: null,
  secrets: { imapPassword: "secret" },
});
const worker = launchRole("worker", settings, join(dataDir, "log/worker.log"));

let created = 0;
await connection.sql.listen("baton_live", (payload) => {
  if ((JSON.parse(payload) as { type: string }).type === "ticket.created") created += 1;
});
let sent = 0;
const mail = () =>
  Buffer.from(
    `From: p${sent}@customer.test\r\nTo: support@desk.test\r\nSubject: Where is parcel ${sent}?\r\nMessage-ID: <${sent++}-${Date.now()}@c.test>\r\n\r\nIt has not come.\r\n`,
  );
const visible = (limitMs: number) => until(`${sent} tickets`, () => created >= sent, limitMs);
const ms = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)]!;

try {
  await dovecot.append("support", [mail()]);
  await visible(120_000);
  const imap = await dovecot.client("support");
  const [floor, times]: [number[], number[]] = [[], []];
  for (let n = 0; n < 20; n++) {
    const began = performance.now();
    await imap.noop();
    floor.push(performance.now() - began);
  }
  for (let n = 0; n < mails; n++) {
    await imap.append("INBOX", mail());
    const began = performance.now();
    await visible(90_000);
    times.push(performance.now() - began);
    await pause(300);
  }
  imap.close();
  const p95 = ms(times, 0.95);
  console.log(
    `IDLE to visible, n=${times.length}: p50 ${ms(times, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
  );
  console.log(`  p95 to one NOOP (${ms(floor, 0.5).toFixed(1)} ms): ${(p95 / ms(floor, 0.5)).toFixed(0)}`);

  const back: number[] = [];
  for (let n = 0; n < restarts; n++) {
    await dovecot.kill();
    // Long enough for the door to have failed some times.
    await pause(5_000);
    await dovecot.start();
    const began = performance.now();
    await dovecot.append("support", Array.from({ length: perRestart }, mail));
    await visible(120_000);
    back.push(performance.now() - began);
  }
  const [lost] =
    await connection.sql`select ${sent} - count(distinct message_id)::int as n from inbound_emails`;
  console.log(
    `after the server was killed, n=${back.length} of ${perRestart} mails: longest ${(ms(back, 1) / 1000).toFixed(1)} s, lost ${lost?.n}`,
  );
} finally {
  await worker.end("SIGTERM");
  await dovecot.stop();
  await connection.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
