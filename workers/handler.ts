import type { Connection } from "#db/client.ts";
import type { Assistant } from "#lib/ai/assistant.ts";
import type { DNSResolver } from "#lib/channels/email/check-sender.ts";
import type { Mailer } from "#lib/channels/email/send-email.ts";
import type { JobName, JobPayload } from "#lib/jobs/catalog.ts";
import type { Logger } from "#lib/logger.ts";
import type { Context } from "#lib/services/context.ts";

/** What a handler works with. `ctx` is fresh for each run: its `now` is when the run began. */
export type Tools = {
  ctx: Context;
  connection: Connection;
  ai: Assistant;
  mailer: Mailer;
  /** For tests: who answers for the domain names of senders. */
  resolver?: DNSResolver;
  log: Logger;
  run: JobRun;
};

export type JobRun = {
  jobId: string;
  /** 1, 2, 3… */
  attempt: number;
  /** No other run follows when this one throws: leave the ticket in somebody's hands. */
  isLast: boolean;
  /** Rings when the process has to end: stop waiting for the outside. */
  signal: AbortSignal;
};

/** Read, ask the outside world, call one verb. May run twice for one job. */
export type Handler<Name extends JobName> = (payload: JobPayload<Name>, tools: Tools) => Promise<void>;
