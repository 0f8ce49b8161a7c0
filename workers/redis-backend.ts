import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { SettingError } from "#lib/env.ts";
import { withPatience } from "./patience.ts";
import type { OpenOptions, QueueBackend } from "./queue-backend.ts";

const prefix = "baton";
const markKey = `${prefix}:mark`;
const retryStrategy = (times: number) => Math.min(times * 200, 2_000);

/** BullMQ on Redis. Refuses a Redis that may throw jobs away when memory is short. */
export async function openRedisBackend(url: string, { log }: OpenOptions): Promise<QueueBackend> {
  // Adding fails while Redis is away instead of waiting: the outbox keeps the job meanwhile.
  const client = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 5_000, retryStrategy });
  client.on("error", (error) => log.debug({ err: error }, "redis connection"));
  try {
    await withPatience("Redis", client.ping());
    await mustKeepJobs(client, log);
  } catch (error) {
    client.disconnect();
    throw error;
  }

  const workerConnection = { url, maxRetriesPerRequest: null, connectTimeout: 5_000, retryStrategy };
  return {
    kind: "redis",
    queue: (name) => new Queue(name, { connection: client, prefix }),
    worker: (name, processor, options) =>
      new Worker(name, processor, { ...options, connection: workerConnection, prefix, autorun: false }),
    mark: {
      read: async () => {
        const mark = await client.get(markKey);
        return mark === null ? null : Number(mark);
      },
      write: async (mark) => {
        await client.set(markKey, mark);
      },
    },
    close: async () => {
      await withPatience("Redis", client.quit(), 1_000).catch(() => client.disconnect());
    },
  };
}

async function mustKeepJobs(client: Redis, log: OpenOptions["log"]): Promise<void> {
  const facts = await withPatience("Redis", client.info());
  const policy = /^maxmemory_policy:(\S+)/m.exec(facts)?.[1];
  if (policy && policy !== "noeviction") {
    throw new SettingError(
      `The setting REDIS_URL is wrong: that Redis throws keys away when memory is short (maxmemory-policy ${policy}); it must be noeviction.`,
    );
  }
  if (/^aof_enabled:0/m.test(facts)) {
    log.warn("this Redis keeps no append-only file: after a crash jobs are found again by the sweeper only");
  }
}
