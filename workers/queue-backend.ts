import type { Processor, Queue, Worker, WorkerOptions } from "bullmq";
import type { Logger } from "#lib/logger.ts";

/** What the desk needs of a queue server. BullMQ speaks to both with the same classes. */
export type QueueBackend = {
  kind: "postgres" | "redis";
  queue(name: string): Queue;
  /** The worker does not run before `run()`. */
  worker(name: string, processor: Processor, options: WorkerSettings): Worker;
  /**
   * A counter kept beside the jobs. Redis may forget (FLUSHALL, a restart without its file, an old snapshot);
   * a counter behind ours, or null, says that jobs went with it. Postgres keeps jobs and desk in one place.
   */
  mark: { read(): Promise<number | null>; write(mark: number): Promise<void> } | null;
  close(): Promise<void>;
};

export type WorkerSettings = Omit<WorkerOptions, "connection" | "autorun">;

export type OpenOptions = {
  log: Logger;
  /** Workers this process will run: each holds a connection for its bell. */
  workers: number;
};
