import type { Worker } from "bullmq";
import { type Connection, connect } from "#db/client.ts";
import { createMailer } from "#lib/channels/email/send-email.ts";
import type { Env } from "#lib/env.ts";
import { createLogger, type Logger } from "#lib/logger.ts";
import { readBudgetStage } from "#lib/reads/assistant-budget.ts";
import { readModelInUse } from "#lib/reads/assistant-models.ts";
import { type DeskKnowledge, knowledgeVersion, readKnowledge } from "#lib/reads/knowledge.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { fillArticleSearch } from "#lib/services/search/fill-article-search.ts";
import { openBackend } from "./backend.ts";
import { runnerOf } from "./handlers.ts";
import { startImapDoors } from "./imap-doors.ts";
import { pause, withPatience } from "./patience.ts";
import { processorOf, type RunJob } from "./process-job.ts";
import type { QueueBackend } from "./queue-backend.ts";
import { concurrency, openQueues, type QueueName, type Queues, queueNames, retention } from "./queues.ts";
import { startRelay } from "./relay.ts";
import { startWarden } from "./warden.ts";

export type RunningWorker = { stop(): Promise<void> };

export type WorkerParts = {
  log?: Logger;
  /** How long to look for the database and the queue server before giving up. Milliseconds. */
  giveUpAfterMs?: number;
  /** How long running jobs may take to finish at the end, before they are put back. Milliseconds. */
  drainMs?: number;
  /** For tests: what a job does. */
  runJob?: RunJob;
};

/**
 * Everything one worker process does: carries the outbox, works the queues, keeps watch. Resolves when the queue
 * server is there and jobs run; throws when it is not there in time, so that the process ends with 1.
 */
export async function startWorker(env: Env, parts: WorkerParts = {}): Promise<RunningWorker> {
  const { drainMs = 20_000 } = parts;
  const log = parts.log ?? createLogger({ role: "worker", level: env.logLevel });
  if (!env.databaseUrl) throw new Error("A worker needs a database.");
  if (!env.secret) throw new Error("A worker needs the desk's secret.");
  const connection = connect(env.databaseUrl, { name: "baton worker", max: 10 });
  const config = {
    publicUrl: env.web.publicUrl,
    mailDomain: env.mail.domain,
    secret: env.secret,
    privateHosts: env.webhookPrivateHosts,
  };
  const context = () => createContext({ db: connection.db, actor: { kind: "system" }, config });

  const runJob = parts.runJob ?? (await deskRunner({ env, connection, context, log }));
  let running: Awaited<ReturnType<typeof bringUp>>;
  try {
    running = await bringUp(env, runJob, log, parts.giveUpAfterMs ?? 120_000);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const { backend, queues, workers } = running;
  const relay = startRelay(connection, queues, log);
  const warden = startWarden({ backend, queues, context, log });
  const imap = startImapDoors({ connection, context, log });
  log.info({ backend: backend.kind }, "worker ready");

  return {
    async stop() {
      await Promise.all([imap.stop(), relay.stop(), warden.stop(), drain(workers, drainMs, log)]);
      await Promise.allSettled(
        Object.values(queues).map((queue) => withPatience("a queue", queue.close(), 2_000)),
      );
      await backend.close();
      await connection.close();
    },
  };
}

/** The model is loaded here and not at the top: a test that brings its own `runJob` does without. */
async function deskRunner(parts: {
  env: Env;
  connection: Connection;
  context: () => Context;
  log: Logger;
}): Promise<RunJob> {
  const { keepAssistant } = await import("#lib/ai/keep-assistant.ts");
  const { openModels } = await import("#lib/ai/open-models.ts");
  const { env, connection, context, log } = parts;
  let known: DeskKnowledge | undefined;
  return runnerOf({
    connection,
    context,
    log,
    mailer: createMailer(env),
    ai: keepAssistant(
      {
        version: () => knowledgeVersion(connection.db),
        load: async () => {
          await fillArticleSearch(context());
          known = await readKnowledge(connection.db, env.web.publicUrl, known);
          return { knowledge: known, ...(await readModelInUse(connection.db)) };
        },
      },
      {
        model: openModels(env.ai, () => readBudgetStage(connection.db, env.ai.dailyBudgetUsd)),
        // Answers link to our own help centre.
        allowedHosts: [new URL(env.web.publicUrl).hostname],
      },
    ),
  });
}

/**
 * Backend, queues and workers, ready all together or made anew all together: a worker that was born while its
 * server was away never works, and says nothing.
 */
async function bringUp(
  env: Env,
  runJob: RunJob,
  log: Logger,
  giveUpAfterMs: number,
): Promise<{ backend: QueueBackend; queues: Queues; workers: Worker[] }> {
  const deadline = Date.now() + giveUpAfterMs;
  for (;;) {
    const left = Math.max(0, deadline - Date.now());
    const backend = await openBackend(env, { log, workers: queueNames.length, giveUpAfterMs: left });
    const onError = (queue: QueueName, error: Error) => log.warn({ err: error, queue }, "queue trouble");
    const queues = openQueues(backend, onError);
    const workers = queueNames.map((name) => workerOf(backend, name, runJob, log));
    try {
      const all = [...Object.values(queues), ...workers];
      await withPatience("the queues", Promise.all(all.map((one) => one.waitUntilReady())));
      for (const worker of workers)
        void worker.run().catch((error) => log.error({ err: error }, "worker ended"));
      return { backend, queues, workers };
    } catch (error) {
      await Promise.allSettled(workers.map((worker) => withPatience("a worker", worker.close(true), 1_000)));
      await Promise.allSettled(
        Object.values(queues).map((queue) => withPatience("a queue", queue.close(), 1_000)),
      );
      await backend.close();
      if (Date.now() > deadline) throw error;
      log.warn({ err: error }, "the queues could not be opened, trying again");
      await pause(1_000);
    }
  }
}

function workerOf(backend: QueueBackend, queue: QueueName, runJob: RunJob, log: Logger): Worker {
  const worker = backend.worker(queue, processorOf(runJob, log), {
    concurrency: concurrency[queue],
    // A killed process's jobs run again within about ten seconds. A pause of the whole process that is longer
    // than the lock makes a job run twice, which every handler allows.
    lockDuration: 8_000,
    stalledInterval: 3_000,
    // How many processes may die under a job before it counts as failed.
    maxStalledCount: 5,
    runRetryDelay: 500,
    ...retention,
  });
  worker.on("error", (error) => log.warn({ err: error, queue }, "worker trouble"));
  worker.on("stalled", (jobId) => log.warn({ jobId, queue }, "a job lost its worker and runs again"));
  return worker;
}

/** Running jobs finish; those that take longer are put back, so that another process starts them at once. */
async function drain(workers: readonly Worker[], drainMs: number, log: Logger): Promise<void> {
  const finished = Promise.all(workers.map((worker) => worker.close()));
  const inTime = await Promise.race([finished.then(() => true), pause(drainMs).then(() => false)]);
  if (inTime) return;
  log.warn("jobs are still running at the end and are put back");
  for (const worker of workers) worker.cancelAllJobs("the process ends");
  await Promise.race([finished, pause(3_000)]);
}
