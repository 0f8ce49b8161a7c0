import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type EmbeddedPostgres,
  runningEmbeddedPostgres,
  startEmbeddedPostgres,
} from "#bin/embedded-postgres.ts";
import { connect } from "#db/client.ts";
import { openSql } from "#db/open-sql.ts";

let dataDir: string;
let server: EmbeddedPostgres | undefined;

const start = async ({ durable = false } = {}) => {
  server = await startEmbeddedPostgres({ dataDir, durable });
  return server;
};
const ask = async (query: string, url = runningEmbeddedPostgres(dataDir)!) => {
  const sql = openSql(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(query);
  } finally {
    await sql.end({ timeout: 1 });
  }
};

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "baton-embedded-"));
});
afterEach(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("a new cluster keeps its data, its password and its port over a clean stop", async () => {
  const first = await start();
  expect(first.fresh).toBe(true);
  await ask("create table kept as select 1 as one");
  await first.stop();
  expect(runningEmbeddedPostgres(dataDir)).toBeNull();
  const second = await start();
  expect([second.fresh, second.port]).toEqual([false, first.port]);
  expect(await ask("select one from kept")).toEqual([{ one: 1 }]);
});

test("it speaks UTF-8 under C.UTF-8 and checks its pages", async () => {
  await start();
  expect(
    await ask(`select pg_encoding_to_char(encoding) as encoding, datctype as locale,
      current_setting('data_checksums') as checksums from pg_database where datname = 'postgres'`),
  ).toEqual([{ encoding: "UTF8", locale: "C.UTF-8", checksums: "on" }]);
});

test("only its owner reads the password", async () => {
  await start();
  expect(statSync(join(dataDir, "pg-password")).mode & 0o777).toBe(0o600);
});

const way = "select inet_server_addr() is null as socket";

test("its own processes reach it by a Unix socket that only its owner finds, and everybody else by its port", async () => {
  const { url, nearUrl } = await start();
  expect(await ask(way)).toEqual([{ socket: true }]);
  expect(await ask(way, url)).toEqual([{ socket: false }]);
  const connection = connect(nearUrl, { name: "near" });
  expect((await connection.db.execute(way)).rows).toEqual([{ socket: true }]);
  await connection.close();
  expect(statSync(join(dataDir, "pg")).mode & 0o077).toBe(0);
});

test("a socket is found in a folder with an odd name, and after the number of its server went to another program", async () => {
  const plain = dataDir;
  dataDir = join(plain, 'my, "own" desk');
  mkdirSync(dataDir);
  const { port, pid, ended } = await start();
  process.kill(pid, "SIGKILL");
  await ended;
  const lock = join(dataDir, `pg/.s.PGSQL.${port}.lock`);
  writeFileSync(lock, readFileSync(lock, "utf8").replace(/^\d+/, String(process.pid)));
  const next = await start();
  expect(await ask(way)).toEqual([{ socket: true }]);
  await next.stop();
  dataDir = plain;
});

test("where a path is too long for a socket there is the port", async () => {
  const short = dataDir;
  dataDir = join(short, "deep".repeat(30));
  mkdirSync(dataDir);
  const running = await start();
  expect(running.nearUrl).toBe(running.url);
  expect(await ask(way)).toEqual([{ socket: false }]);
  await running.stop();
  dataDir = short;
});

test("a server left behind by a killed start is stopped and replaced", async () => {
  const left = await start();
  server = undefined;
  const next = await start();
  await left.ended;
  expect(next.pid).not.toBe(left.pid);
  expect(await ask("select 1 as one")).toEqual([{ one: 1 }]);
});

test("a server that was killed is recovered, also from under a connection that is too busy to see it", async () => {
  const killed = await start({ durable: true });
  await ask("create table kept as select 1 as one");
  const busy = ask("do $$ begin loop end loop; end $$").catch(() => "cut off");
  const isBusy = "select from pg_stat_activity where state = 'active' and query like 'do %'";
  await expect.poll(() => ask(isBusy)).toHaveLength(1);
  process.kill(killed.pid, "SIGKILL");
  await killed.ended;
  await start();
  expect(await ask("select one from kept")).toEqual([{ one: 1 }]);
  expect(await busy).toBe("cut off");
});

test("a pid file whose number is another program's now does not stop it", async () => {
  await (await start()).stop();
  const lines = [process.pid, join(dataDir, "pg"), 1, 1, "", "127.0.0.1", "", "ready"];
  writeFileSync(join(dataDir, "pg/postmaster.pid"), `${lines.join("\n")}\n`);
  await start();
  expect(await ask("select 1 as one")).toEqual([{ one: 1 }]);
});

test("a cluster half made by a killed start is swept away", async () => {
  mkdirSync(join(dataDir, "pg.new-1"));
  expect((await start()).fresh).toBe(true);
});

test("something else where the database should be is not touched", async () => {
  mkdirSync(join(dataDir, "pg"));
  writeFileSync(join(dataDir, "pg/letter.txt"), "dear");
  await expect(start()).rejects.toThrow(/is there but is no database: move it away/);
  expect(statSync(join(dataDir, "pg/letter.txt")).size).toBe(4);
});

test.runIf(process.getuid?.() === 0)(
  "as root, closed directories above it are opened for passing only",
  async () => {
    const closed = dataDir;
    dataDir = join(closed, "inside");
    mkdirSync(dataDir);
    chmodSync(closed, 0o700);
    const running = await start();
    expect(running.opened).toContain(closed);
    expect(statSync(closed).mode & 0o777).toBe(0o701);
    await running.stop();
    dataDir = closed;
  },
);
