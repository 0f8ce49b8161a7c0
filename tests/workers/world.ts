import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { migrateDatabase } from "#bin/migrate.ts";
import { connect } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { type Env, readEnv } from "#lib/env.ts";
import type { JobName, JobPayload } from "#lib/jobs/catalog.ts";
import { createLogger } from "#lib/logger.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { transact } from "#lib/services/transact.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { redisMissing, startRedis, type TestRedis } from "#tests/support/redis.ts";
import { openBackend } from "#workers/backend.ts";
import { type RunningWorker, startWorker, type WorkerParts } from "#workers/index.ts";
import { openQueues, type Queues } from "#workers/queues.ts";

export type BackendKind = "postgres" | "redis";

/** Both queue servers; Redis is left out, with the reason in the name of the suite, where there is none. */
export const backends: [BackendKind, string | null][] = [
  ["postgres", null],
  ["redis", redisMissing()],
];

const secret = "a-secret-for-tests-of-at-least-32-characters";

/** A desk's database and queue server without the rest of the desk. */
export type World = {
  env: Env;
  database: TestDatabase;
  redis: TestRedis | null;
  context(now?: Date): Context;
  /** Through the outbox, as a verb does. */
  enqueue<Name extends JobName>(job: Name, payload: JobPayload<Name>, runAt?: Date): Promise<void>;
  /** A job that only this test knows; returns its id in the ledger that is not there. */
  enqueueAny(): Promise<string>;
  worker(parts: WorkerParts): Promise<RunningWorker>;
  /** The queues, to look at them. */
  look<Result>(work: (queues: Queues) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
};

export type WorldOptions = {
  /** A database server of its own that forces commits to disk: for tests that kill it. */
  durable?: boolean;
  settings?: Record<string, string>;
};

export async function openWorld(kind: BackendKind, options: WorldOptions = {}): Promise<World> {
  const { durable = false, settings = {} } = options;
  const dataDir = mkdtempSync(join(tmpdir(), "baton-world-"));
  const database = await (durable ? durableDatabase(dataDir) : createTestDatabase());
  const redis = kind === "redis" ? await startRedis({ appendOnly: true }) : null;
  const env = readEnv({
    DATABASE_URL: database.url,
    REDIS_URL: redis?.url,
    DATA_DIR: dataDir,
    SECRET: secret,
    MAIL_FROM: "support@desk.test",
    MAIL_DOMAIN: "desk.test",
    LOG_LEVEL: "silent",
    ...settings,
  });
  const log = createLogger({ role: "test", level: settings.LOG_LEVEL ?? "silent" });
  const config = { publicUrl: "http://127.0.0.1:3000", mailDomain: "desk.test", secret };
  const context = (now?: Date) =>
    createContext({ db: database.db, actor: { kind: "system" }, config, ...(now && { now }) });
  const running = new Set<RunningWorker>();

  const world: World = {
    env,
    database,
    redis,
    context,
    enqueue: (job, payload, runAt) =>
      transact(context(), async ({ enqueue }) => enqueue(job, payload, runAt)),
    async enqueueAny() {
      const inboundEmailId = newId();
      await world.enqueue("inbound_email.deliver", { inboundEmailId });
      return inboundEmailId;
    },
    async worker(parts) {
      const worker = await startWorker(env, { log, ...parts });
      running.add(worker);
      return {
        stop: async () => {
          if (running.delete(worker)) await worker.stop();
        },
      };
    },
    async look(work) {
      const backend = await openBackend(env, { log, workers: 0 });
      const queues = openQueues(backend, () => {});
      try {
        return await work(queues);
      } finally {
        await Promise.allSettled(Object.values(queues).map((queue) => queue.close()));
        await backend.close();
      }
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.stop()));
      await redis?.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return world;
}

/** The shared server of the tests keeps commits in memory only, and forgets them when it is killed. */
async function durableDatabase(dataDir: string): Promise<TestDatabase> {
  const server = await startEmbeddedPostgres({ dataDir, durable: true });
  await migrateDatabase(server.url);
  const connection = connect(server.url, { name: "tests", max: 10 });
  const drop = async () => {
    await connection.close();
    await server.stop();
  };
  const clear = () => Promise.reject(new Error("a durable world is used once"));
  return { ...connection, url: server.url, clear, drop };
}

/** Looks until it is so; says what it waited for when it never is. */
export async function until(what: string, isSo: () => unknown, limitMs = 60_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited ${limitMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
