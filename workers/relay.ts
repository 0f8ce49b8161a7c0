import { and, asc, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Connection } from "#db/client.ts";
import { outbox } from "#db/schema/index.ts";
import { cleanDeep } from "#lib/domain/text/clean.ts";
import { type JobName, jobNames, jobs } from "#lib/jobs/catalog.ts";
import type { Logger } from "#lib/logger.ts";
import { pause, withPatience } from "./patience.ts";
import { optionsOf, type QueueName, type Queues, routes } from "./queues.ts";

const batchSize = 200;
const pollMs = 1_000;

export type Relay = { stop(): Promise<void> };

/**
 * Carries decided jobs from the outbox to the queue. Any number of processes may run one: a row is locked while
 * it is carried, and its uuid is the job's id, so a row carried twice is one job. Wakes on NOTIFY, and each
 * second anyway.
 */
export function startRelay({ db, sql: raw }: Connection, queues: Queues, log: Logger): Relay {
  const stopping = new AbortController();
  let rung = false;
  let wake = () => {};
  const ring = () => {
    rung = true;
    wake();
  };

  let bell: { unlisten(): Promise<void> } | null = null;
  const listening = listen();
  const running = run();

  async function run() {
    while (!stopping.signal.aborted) {
      rung = false;
      try {
        while ((await carry(db, queues, log)) === batchSize && !stopping.signal.aborted);
      } catch (error) {
        log.warn({ err: error }, "the relay could not carry, trying again");
        await pause(pollMs, stopping.signal);
      }
      if (rung) continue;
      const sleep = new AbortController();
      wake = () => sleep.abort();
      await pause(pollMs, AbortSignal.any([sleep.signal, stopping.signal]));
    }
  }

  async function listen() {
    while (!stopping.signal.aborted && !bell) {
      try {
        bell = await raw.listen("baton_outbox", ring, ring);
      } catch {
        await pause(pollMs, stopping.signal);
      }
    }
  }

  return {
    stop: async () => {
      stopping.abort();
      await running;
      await withPatience("the bell", Promise.resolve(listening), 2_000).catch(() => {});
      await withPatience("the bell", bell?.unlisten() ?? Promise.resolve(), 2_000).catch(() => {});
    },
  };
}

/**
 * One batch; returns how many rows it looked at. Jobs this version does not know stay for a newer process.
 * The transaction stays open while the queue is asked: short, because the queue is given up on after 5 s.
 */
export async function carry(db: Connection["db"], queues: Queues, log: Logger): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: outbox.id, job: outbox.job, payload: outbox.payload })
      .from(outbox)
      .where(and(isNull(outbox.dispatchedAt), lte(outbox.runAt, sql`now()`), inArray(outbox.job, jobNames)))
      .orderBy(asc(outbox.runAt), asc(outbox.id))
      .limit(batchSize)
      .for("update", { skipLocked: true });
    if (rows.length === 0) return 0;

    const good = rows.filter((row) => jobs[row.job as JobName].safeParse(row.payload).success);
    const bad = rows.filter((row) => !good.includes(row));
    for (const [name, batch] of byQueue(good)) {
      await withPatience(`queue ${name}`, queues[name].addBulk(batch), 5_000);
    }

    const dispatched = { dispatchedAt: sql`now()`, attempts: sql`${outbox.attempts} + 1` };
    if (good.length > 0)
      await tx
        .update(outbox)
        .set(dispatched)
        .where(inArray(outbox.id, idsOf(good)));
    if (bad.length > 0) {
      log.error({ jobs: bad.map((row) => row.job) }, "jobs with a payload nobody can read were set aside");
      await tx
        .update(outbox)
        .set({ ...dispatched, lastError: "The payload does not fit the job." })
        .where(inArray(outbox.id, idsOf(bad)));
    }
    return rows.length;
  });
}

type Row = { id: string; job: string; payload: Record<string, unknown> };

function byQueue(rows: readonly Row[]) {
  const batches = new Map<QueueName, { name: string; data: unknown; opts: object }[]>();
  for (const { id, job, payload } of rows) {
    const { queue } = routes[job as JobName];
    const batch = batches.get(queue) ?? [];
    batch.push({ name: job, data: cleanDeep(payload), opts: { ...optionsOf(job as JobName), jobId: id } });
    batches.set(queue, batch);
  }
  return batches;
}

const idsOf = (rows: readonly Row[]) => rows.map((row) => row.id);
