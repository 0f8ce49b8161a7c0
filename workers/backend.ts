import type { Processor, Queue, Worker, WorkerOptions } from "bullmq";
import type { Env } from "#lib/env.ts";
import type { Logger } from "#lib/logger.ts";
import { openPostgresBackend } from "./postgres-backend.ts";
import { openRedisBackend } from "./redis-backend.ts";

/** What the desk needs of a queue server. BullMQ speaks to both with the same classes. */
export type QueueBackend = {
  kind: "postgres" | "redis";
  queue(name: string): Queue;
  /** The worker does not run before `run()`. */
  worker(name: string, processor: Processor, options: WorkerSettings): Worker;
  /**
   * A counter kept beside the jobs. Redis may forget (FLUSHALL, a restart without its file, an old snapshot);
   * a counter behind ours, or null, says that jobs went with it. Postgres keeps jobs and desk in one place.
   */
  mark: { read(): Promise<number | null>; write(mark: number): Promise<void> } | null;
  close(): Promise<void>;
};

export type WorkerSettings = Omit<WorkerOptions, "connection" | "autorun">;

export type OpenOptions = {
  log: Logger;
  /** Workers this process will run: each holds a connection for its bell. */
  workers: number;
};

/** What a queue server has to be asked for within this time, or it counts as away. Milliseconds. */
const patience = 10_000;

/**
 * Connects, and tries again with new objects while the server is away: BullMQ objects born while their database
 * is down stay broken after it is back, without an error. Throws when `giveUpAfterMs` have passed, so that the
 * process ends and its supervisor starts a new one, and at once on a setting that waiting cannot mend.
 */
export async function openBackend(
  env: Pick<Env, "databaseUrl" | "redisUrl">,
  options: OpenOptions & { giveUpAfterMs?: number; signal?: AbortSignal },
): Promise<QueueBackend> {
  const { log, giveUpAfterMs = 120_000, signal } = options;
  const deadline = Date.now() + giveUpAfterMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await (env.redisUrl
        ? openRedisBackend(env.redisUrl, options)
        : openPostgresBackend(required(env.databaseUrl), options));
    } catch (error) {
      if (error instanceof Error && error.name === "SettingError") throw error;
      if (signal?.aborted || Date.now() > deadline) throw error;
      log.warn({ err: error, attempt }, "the queue server is away, trying again");
      await pause(Math.min(250 * 2 ** attempt, 4_000), signal);
    }
  }
}

/** The same promise, given up after a time: a queue server that does not answer is a queue server that is away. */
export async function withPatience<Result>(
  what: string,
  work: Promise<Result>,
  ms = patience,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
    signal?.addEventListener("abort", done, { once: true });
  });
}

function required(databaseUrl: string | null): string {
  if (!databaseUrl) throw new Error("A worker needs DATABASE_URL or the database that `baton start` brings.");
  return databaseUrl;
}
