import type { Env } from "#lib/env.ts";
import { pause } from "./patience.ts";
import { openPostgresBackend } from "./postgres-backend.ts";
import type { OpenOptions, QueueBackend } from "./queue-backend.ts";
import { openRedisBackend } from "./redis-backend.ts";

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

function required(databaseUrl: string | null): string {
  if (!databaseUrl) throw new Error("A worker needs DATABASE_URL or the database that `baton start` brings.");
  return databaseUrl;
}
