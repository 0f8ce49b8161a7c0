import { Worker } from "node:worker_threads";
import type { Learnt, Lesson } from "./lesson.ts";
import type { TrainingOptions, TrainingRow } from "./types.ts";

/** The serialised model of these rows, trained in a thread of its own. */
export async function trainInWorker(
  rows: readonly TrainingRow[],
  options: TrainingOptions = {},
  signal?: AbortSignal,
): Promise<Buffer> {
  const { bytes } = await learnInWorker({ rows, options }, signal);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A worker's own young heap is tiny, to stay small at rest; the thread is gone in a moment, and spent a third of it collecting. */
const youngMb = 32;

/**
 * Learns in a thread of its own, so that the caller's event loop stays free.
 * Rejects when training throws, or when `signal` aborts.
 */
export function learnInWorker(lesson: Lesson, signal?: AbortSignal): Promise<Learnt> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL("./train-worker.ts", import.meta.url), {
      workerData: lesson,
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    const abort = () => {
      reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener("abort", abort, { once: true });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => {
      signal?.removeEventListener("abort", abort);
      if (code !== 0) reject(new Error(`Training ended with code ${code}.`));
    });
  });
}
