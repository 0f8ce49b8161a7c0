import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type postgres from "postgres";
import { startEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { freePort } from "#bin/free-port.ts";
import { migrateDatabase } from "#bin/migrate.ts";
import { connect } from "#db/client.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import { seedShop } from "#db/seed/seed-shop.ts";
import { createContext } from "#lib/services/context.ts";
import { transact } from "#lib/services/transact.ts";
import { sendPatiently } from "#tests/faults/sender.ts";
import { launchRole } from "#tests/support/processes.ts";

export type IntakeFigures = {
  mails: number;
  /** From dialling to the 250: the raw mail is committed. */
  acceptedMs: Quantiles;
  /** From the 250 to the bell that says the ticket is sorted and routed. */
  sortedMs: Quantiles;
  /** From the 250 to the decision: answered, drafted or handed to people. */
  decidedMs: Quantiles;
  /** One row of two kilobytes, committed, in the same database. */
  floorMs: Quantiles;
  sortedToFloor: number;
};

type Quantiles = { p50: number; p95: number };

/**
 * How long a mail takes from the wire to a sorted ticket, with the built-in assistant, on real processes and a
 * database that writes to disk. Mails come one by one, so it is the time of a mail and not of a queue.
 */
export async function benchIntake({ mails = 60, perSecond = 2 } = {}): Promise<IntakeFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), "baton-bench-"));
  mkdirSync(join(dataDir, "log"));
  const server = await startEmbeddedPostgres({ dataDir });
  const secret = "a-secret-for-benchmarks-of-at-least-32";
  const port = await freePort();
  const settings = {
    DATA_DIR: dataDir,
    DATABASE_URL: server.nearUrl,
    REDIS_URL: "",
    SECRET: secret,
    MAIL_FROM: "support@desk.test",
    MAIL_DOMAIN: "desk.test",
    SMTP_LISTEN: `127.0.0.1:${port}`,
    SMTP_URL: "",
    AI_MODEL: "builtin",
    LOG_LEVEL: "warn",
  };
  await migrateDatabase(server.url);
  const connection = connect(server.url, { name: "bench", max: 2 });
  const config = { publicUrl: "http://127.0.0.1", mailDomain: "desk.test", secret };
  const ctx = createContext({ db: connection.db, actor: { kind: "system" }, config });
  await seedBase(ctx, { mailFrom: settings.MAIL_FROM });
  await transact(ctx, seedShop);
  const roles = ["smtp", "worker"].map((role) =>
    launchRole(role, settings, join(dataDir, "log", `${role}.log`)),
  );
  try {
    const floor = await measureFloor(connection.sql);
    const heard = await listen(connection.sql);
    await warmUp(port);
    await heard.settled(5);
    heard.clear();
    const sent = new Map<string, { began: number; accepted: number }>();
    for (let n = 0; n < mails; n++) {
      const began = performance.now();
      const [mail] = await sendPatiently({ port, count: 1, perSecond: 1_000 });
      sent.set(mail!.messageId, { began, accepted: performance.now() });
      await new Promise((resolve) => setTimeout(resolve, 1_000 / perSecond));
    }
    await heard.settled(mails);
    return figures(sent, heard, await ticketsOf(connection.sql), floor);
  } finally {
    await Promise.all(roles.map((role) => role.end("SIGTERM")));
    await connection.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Bells = { sorted: Map<string, number>; decided: Map<string, number> };

/** Hears what the open screens hear, and when. */
async function listen(sql: postgres.Sql) {
  const bells: Bells = { sorted: new Map(), decided: new Map() };
  const decisions = new Set(["assistant.answered", "assistant.drafted", "assistant.handed_off"]);
  await sql.listen("baton_live", (payload) => {
    const { ticketId, type } = JSON.parse(payload) as { ticketId: string; type: string };
    if (type === "assistant.triaged" && !bells.sorted.has(ticketId))
      bells.sorted.set(ticketId, performance.now());
    if (decisions.has(type) && !bells.decided.has(ticketId)) bells.decided.set(ticketId, performance.now());
  });
  return {
    ...bells,
    clear: () => {
      bells.sorted.clear();
      bells.decided.clear();
    },
    settled: async (tickets: number) => {
      const deadline = Date.now() + 60_000;
      while (bells.decided.size < tickets) {
        if (Date.now() > deadline)
          throw new Error(`only ${bells.decided.size} of ${tickets} tickets were decided`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

/** The first mails load the assistant and the plans of the database. */
async function warmUp(port: number): Promise<void> {
  await sendPatiently({ port, count: 5, perSecond: 5 });
}

async function measureFloor(sql: postgres.Sql): Promise<Quantiles> {
  await sql`create table bench_floor (id uuid primary key, body text not null)`;
  const body = "x".repeat(2_000);
  const times: number[] = [];
  for (let n = 0; n < 200; n++) {
    const began = performance.now();
    await sql`insert into bench_floor values (gen_random_uuid(), ${body})`;
    times.push(performance.now() - began);
  }
  return quantiles(times);
}

async function ticketsOf(sql: postgres.Sql): Promise<Map<string, string>> {
  const rows = await sql<{ message_id: string; ticket_id: string }[]>`
    select message_id, ticket_id from inbound_emails where ticket_id is not null`;
  return new Map(rows.map((row) => [row.message_id, row.ticket_id]));
}

function figures(
  sent: Map<string, { began: number; accepted: number }>,
  bells: Bells,
  tickets: Map<string, string>,
  floorMs: Quantiles,
): IntakeFigures {
  const since = (heard: Map<string, number>) =>
    quantiles(
      [...sent].map(([messageId, { accepted }]) => heard.get(tickets.get(messageId) ?? "")! - accepted),
    );
  const sortedMs = since(bells.sorted);
  return {
    mails: sent.size,
    acceptedMs: quantiles([...sent.values()].map(({ began, accepted }) => accepted - began)),
    sortedMs,
    decidedMs: since(bells.decided),
    floorMs,
    sortedToFloor: Math.round(sortedMs.p50 / floorMs.p50),
  };
}

function quantiles(times: number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]! * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

if (import.meta.main) console.log(JSON.stringify(await benchIntake(), null, 2));
