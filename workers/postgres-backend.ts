import { createPostgresBackend, type PostgresConnectionOptions, Queue, runMigrations, Worker } from "bullmq";
import pg from "pg";
import { withPatience } from "./patience.ts";
import type { OpenOptions, QueueBackend } from "./queue-backend.ts";

/**
 * BullMQ on Postgres. One pool for all queues of the process: every worker takes one connection of it for good
 * (its bell), and a pool no larger than that hangs, so eight more are for the work.
 */
export async function openPostgresBackend(
  databaseUrl: string,
  { log, workers }: OpenOptions,
): Promise<QueueBackend> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: workers + 8,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    application_name: "baton queues",
    options: "-c search_path=bullmq",
  });
  pool.setMaxListeners(50);
  pool.on("error", (error) => log.debug({ err: error }, "queue connection"));
  try {
    await withPatience("Postgres", migrate(pool));
  } catch (error) {
    void pool.end().catch(() => {});
    throw error;
  }

  const connection = poolForBullmq(pool);
  return {
    kind: "postgres",
    queue: (name) => plain<Queue>(new Queue(name, { connection }, createPostgresBackend)),
    worker: (name, processor, options) =>
      plain<Worker>(
        new Worker(name, processor, { ...options, connection, autorun: false }, createPostgresBackend),
      ),
    mark: null,
    close: async () => {
      await withPatience("Postgres", pool.end(), 2_000).catch(() => {});
    },
  };
}

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
}

/** A pg.Pool is what BullMQ's own, smaller description of a pool asks for. */
function poolForBullmq(pool: pg.Pool): PostgresConnectionOptions {
  return pool as unknown as PostgresConnectionOptions;
}

/** BullMQ's classes differ between backends in their type parameters only, not in what the desk calls. */
function plain<Class>(made: unknown): Class {
  return made as Class;
}
