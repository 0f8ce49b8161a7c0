import { type Job, type Processor, UnrecoverableError, WaitingError } from "bullmq";
import { ZodError } from "zod";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import { isJobName, type JobName, type JobPayload, parseJob } from "#lib/jobs/catalog.ts";
import type { Logger } from "#lib/logger.ts";
import { PermanentError, ServiceError } from "#lib/services/errors.ts";
import type { JobRun } from "./handler.ts";

/** Runs one job by its name; what it throws decides whether there is another run. */
export type RunJob = <Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  run: JobRun,
) => Promise<void>;

/**
 * What BullMQ calls. Nothing but our own clean words reaches the queue's tables: PostgreSQL refuses a NUL or a
 * lone surrogate in a failure's reason, and the job could then neither succeed nor fail, for ever.
 */
export function processorOf(runJob: RunJob, log: Logger): Processor {
  // Three parameters: BullMQ hands the signal only to a function that takes it.
  return async (job, token, signal) => {
    const run = {
      jobId: job.id ?? "",
      attempt: job.attemptsMade + 1,
      isLast: job.attemptsMade + 1 >= (job.opts.attempts ?? 1),
      signal: signal ?? new AbortController().signal,
    };
    const started = performance.now();
    const line = { job: job.name, jobId: run.jobId, attempt: run.attempt, ...idsIn(job) };
    try {
      await unlessStopped(start(runJob, job, run), run.signal);
      const level = job.queueName === "sweeps" ? "debug" : "info";
      log[level]({ ...line, ms: Math.round(performance.now() - started) }, "job done");
    } catch (error) {
      if (error instanceof Stopped) {
        log.info(line, "job put back, this process ends");
        await job.moveToWait(token);
        throw new WaitingError();
      }
      const failure = failureOf(error);
      log[run.isLast || failure instanceof UnrecoverableError ? "error" : "warn"](
        { ...line, err: error },
        "job failed",
      );
      throw failure;
    }
  };
}

async function start(runJob: RunJob, job: Job, run: JobRun): Promise<void> {
  // A newer version's job: an older process leaves it to the retries.
  if (!isJobName(job.name)) throw new Error("This version does not know the job.");
  await runJob(job.name, parseJob(job.name, job.data), run);
}

/** The error as the queue may keep it: no customer's words, no query, no character Postgres refuses. */
export function failureOf(error: unknown): Error {
  const told = causeOf(error);
  const name = told instanceof Error ? told.name : typeof told;
  const code = told instanceof Error ? Reflect.get(told, "code") : undefined;
  const message = told instanceof Error ? told.message : String(told);
  const words = [name, typeof code === "string" ? code : null, truncate(clean(message), 500)];
  const text = words.filter(Boolean).join(": ");
  const failure = isPermanent(error) ? new UnrecoverableError(text) : new Error(text);
  failure.stack = truncate(clean(framesOf(told)), 2_000);
  return failure;
}

const isPermanent = (error: unknown) =>
  error instanceof PermanentError ||
  error instanceof ZodError ||
  (error instanceof ServiceError && ["invalid", "not_found", "forbidden"].includes(error.kind));

/** drizzle repeats the query and its parameters in the message; the cause says what went wrong. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.message.startsWith("Failed query") && error.cause
    ? error.cause
    : error;
}

function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join("\n");
}

class Stopped extends Error {}

/** The work goes on in the dark for the second that the process still has; its job is somebody else's by then. */
function unlessStopped(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Stopped());
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

function idsIn({ data }: Job): Record<string, string> {
  const entries = Object.entries((data ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
