import type { Queue } from "bullmq";
import { type QueueName, type Queues, queueNames } from "./queues.ts";

export type QueueHealth = {
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
  oldestAgeMs: number;
};

/** How much waits and for how long, by queue. `oldestAgeMs` is 0 when nothing waits. */
export async function measureQueues(
  queues: Queues,
  now: number = Date.now(),
): Promise<Record<QueueName, QueueHealth>> {
  // One after the other: at rest this is all that asks, and each connection more is 20 MB of a small machine.
  const measured: [QueueName, QueueHealth][] = [];
  for (const name of queueNames) measured.push([name, await measureQueue(queues[name], now)]);
  return Object.fromEntries(measured) as Record<QueueName, QueueHealth>;
}

async function measureQueue(queue: Queue, now: number): Promise<QueueHealth> {
  const counts = await queue.getJobCounts("waiting", "prioritized", "active", "delayed", "failed");
  const waiting = (counts.waiting ?? 0) + (counts.prioritized ?? 0);
  const oldest = waiting === 0 ? [] : await queue.getJobs(["waiting", "prioritized"], 0, 0, true);
  return {
    waiting,
    active: counts.active ?? 0,
    delayed: counts.delayed ?? 0,
    failed: counts.failed ?? 0,
    oldestAgeMs: oldest.reduce((age, job) => Math.max(age, job ? now - job.timestamp : 0), 0),
  };
}
