import type { JobName } from "#lib/jobs/catalog.ts";
import { type Queues, routes } from "./queues.ts";

/** What happens by itself, and how often, in seconds. Sealing the audit is not here: the warden does it each second. */
export const schedules = {
  "clocks.sweep": 10,
  "ledgers.sweep": 30,
  "tickets.close_solved": 60,
  "tickets.route_waiting": 20,
  "records.prune": 3_600,
  "queue.canary": 30,
} as const satisfies Partial<Record<JobName, number>>;

type Scheduled = keyof typeof schedules;

/** A schedule this late has lost its next job. */
const lateSeconds = 60;

/**
 * Puts back what is missing, changed or stuck, and leaves the rest alone: writing a schedule that runs would
 * move its next run. Returns how many were missing; all of them missing says that the queue has lost its memory.
 */
export async function ensureSchedules(queues: Queues, now: number = Date.now()): Promise<number> {
  let missing = 0;
  for (const job of Object.keys(schedules) as Scheduled[]) {
    const queue = queues[routes[job].queue];
    const every = schedules[job] * 1_000;
    const known = await queue.getJobScheduler(job);
    if (!known) missing++;
    const runs = known?.every === every && (known.next ?? 0) > now - lateSeconds * 1_000;
    if (runs) continue;
    if (known) await queue.removeJobScheduler(job);
    await queue.upsertJobScheduler(
      job,
      { every },
      { name: job, data: {}, opts: { removeOnComplete: true, removeOnFail: { age: 86_400, count: 50 } } },
    );
  }
  return missing;
}

export const scheduleCount = Object.keys(schedules).length;
