import type { JobsOptions, Queue } from "bullmq";
import type { JobName } from "#lib/jobs/catalog.ts";
import type { QueueBackend } from "./queue-backend.ts";

/** A line of work each, so that a slow model or a slow relay never holds up the mail that comes in. */
export const queueNames = ["intake", "assistant", "outgoing", "sweeps"] as const;
export type QueueName = (typeof queueNames)[number];

/** Jobs at once in one process. Never above 10: completions of more deadlock on Postgres. */
export const concurrency: Record<QueueName, number> = { intake: 4, assistant: 4, outgoing: 5, sweeps: 2 };

type Route = { queue: QueueName; attempts: number; firstRetryMs: number; priority?: number };

/** Where a job goes and how stubborn it is. Lower priorities first; none is before all of them. */
export const routes: Record<JobName, Route> = {
  "inbound_email.deliver": { queue: "intake", attempts: 8, firstRetryMs: 500 },
  // Under load every ticket is sorted before the first draft is written.
  "ticket.triage": { queue: "assistant", attempts: 5, firstRetryMs: 1_000, priority: 1 },
  "ticket.draft_reply": { queue: "assistant", attempts: 5, firstRetryMs: 1_000, priority: 2 },
  // Waits behind the tickets. The next round is its second attempt.
  "assistant.learn": { queue: "assistant", attempts: 1, firstRetryMs: 1_000, priority: 3 },
  // A relay's "try later" is answered by the ledger row, over hours; these attempts are for our own accidents.
  "assistant.replay": { queue: "assistant", attempts: 2, firstRetryMs: 1_000, priority: 3 },
  "text.translate": { queue: "assistant", attempts: 3, firstRetryMs: 1_000 },
  "email.send": { queue: "outgoing", attempts: 8, firstRetryMs: 1_000 },
  "incidents.answer": { queue: "outgoing", attempts: 8, firstRetryMs: 1_000 },
  "mailbox.test": { queue: "outgoing", attempts: 2, firstRetryMs: 1_000 },
  "mailbox.exchange_code": { queue: "outgoing", attempts: 6, firstRetryMs: 2_000 },
  "mailboxes.refresh_tokens": { queue: "outgoing", attempts: 1, firstRetryMs: 1_000 },
  "webhook.deliver": { queue: "outgoing", attempts: 8, firstRetryMs: 5_000 },
  "notices.mail": { queue: "sweeps", attempts: 5, firstRetryMs: 1_000 },
  "notices.digest": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "clocks.renew_policies": { queue: "sweeps", attempts: 3, firstRetryMs: 1_000 },
  "tickets.reroute": { queue: "sweeps", attempts: 3, firstRetryMs: 1_000 },
  // Somebody waits for the picture; a second try is their second click.
  "image.fetch": { queue: "outgoing", attempts: 1, firstRetryMs: 1_000 },
  "clocks.sweep": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "tickets.close_solved": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "tickets.route_waiting": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "tickets.wake_snoozed": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "tickets.erase_trash": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "ratings.ask": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "tickets.bulk_change": { queue: "sweeps", attempts: 8, firstRetryMs: 1_000 },
  "search.fill": { queue: "sweeps", attempts: 8, firstRetryMs: 1_000, priority: 3 },
  "search.learn_words": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "ledgers.sweep": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "audit.seal": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "records.prune": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
  "queue.canary": { queue: "sweeps", attempts: 1, firstRetryMs: 1_000 },
};

/** Finished jobs are kept this long, for people who look. The truth is in the desk's own tables. */
export const retention = {
  removeOnComplete: { age: 600, count: 500 },
  removeOnFail: { age: 7 * 86_400, count: 1_000 },
};

export function optionsOf(job: JobName): JobsOptions {
  const { attempts, firstRetryMs, priority } = routes[job];
  return {
    attempts,
    backoff: { type: "exponential", delay: firstRetryMs, jitter: 0.5 },
    ...(priority !== undefined && { priority }),
  };
}

export type Queues = Record<QueueName, Queue>;

export function openQueues(backend: QueueBackend, onError: (queue: QueueName, error: Error) => void): Queues {
  const open = (name: QueueName) => {
    const queue = backend.queue(name);
    queue.on("error", (error) => onError(name, error));
    return queue;
  };
  return {
    intake: open("intake"),
    assistant: open("assistant"),
    outgoing: open("outgoing"),
    sweeps: open("sweeps"),
  };
}
