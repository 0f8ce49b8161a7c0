import pino from "pino";
import type { Env } from "#lib/env.ts";
import { type Finding, sentenceOf, well, wrong } from "./finding.ts";

export async function examineQueue(env: Env): Promise<Finding> {
  if (!env.redisUrl)
    return well("queue", "Jobs are in Postgres; set REDIS_URL for more than 100 mails a second.");
  try {
    const { openRedisBackend } = await import("#workers/redis-backend.ts");
    const backend = await openRedisBackend(env.redisUrl, { log: pino({ level: "silent" }), workers: 0 });
    await backend.close();
    return well("queue", "Redis answers and keeps what it is given.");
  } catch (error) {
    return wrong(
      "queue",
      `Redis: ${sentenceOf(error)}; check REDIS_URL, or unset it to keep jobs in Postgres.`,
    );
  }
}
