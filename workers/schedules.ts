import type { JobName, JobPayload } from "#lib/jobs/catalog.ts";
import { type QueueName, type Queues, queueNames, routes } from "./queues.ts";

/** What happens by itself, and how often, in seconds. Sealing the audit is not here: the warden does it each second. */
const everySeconds = {
  "clocks.sweep": 10,
  "assistant.learn": 15,
  "ledgers.sweep": 30,
  "tickets.close_solved": 60,
  "ratings.ask": 60,
  "tickets.route_waiting": 20,
  "tickets.wake_snoozed": 15,
  "tickets.erase_trash": 3_600,
  "search.learn_words": 15,
  "notices.digest": 120,
  "records.prune": 3_600,
  "mailboxes.refresh_tokens": 300,
} as const satisfies Partial<Record<JobName, number>>;

const canary = "queue.canary";
const canarySeconds = 30;

type Schedule = { job: JobName; queue: QueueName; seconds: number; data: JobPayload<typeof canary> | object };

/** One canary in each queue: it shows that the queue moves, and its absence that the queue has lost its memory. */
export const schedules: readonly Schedule[] = [
  ...queueNames.map((queue) => ({ job: canary, queue, seconds: canarySeconds, data: { queue } }) as const),
  ...(Object.keys(everySeconds) as (keyof typeof everySeconds)[]).map((job) => ({
    job,
    queue: routes[job].queue,
    seconds: everySeconds[job],
    data: {},
  })),
];

/** A database that restarts is no failure. */
const patience = { attempts: 4, backoff: { type: "exponential", delay: 1_000 } };

/** A schedule this late has lost its next job. */
const lateSeconds = 60;

/**
 * Puts back what is missing, changed or stuck, and leaves the rest alone: writing a schedule that runs would
 * move its next run. Returns the queues that had forgotten their canary, and so whatever else they held.
 */
export async function ensureSchedules(queues: Queues, now: number = Date.now()): Promise<QueueName[]> {
  const forgetful: QueueName[] = [];
  for (const { job, queue: name, seconds, data } of schedules) {
    const queue = queues[name];
    const every = seconds * 1_000;
    const known = await queue.getJobScheduler(job);
    if (!known && job === canary) forgetful.push(name);
    const runs = known?.every === every && (known.next ?? 0) > now - lateSeconds * 1_000;
    if (runs) continue;
    if (known) await queue.removeJobScheduler(job);
    await queue.upsertJobScheduler(
      job,
      { every },
      {
        name: job,
        data,
        opts: { ...patience, removeOnComplete: true, removeOnFail: { age: 86_400, count: 50 } },
      },
    );
  }
  return forgetful;
}
