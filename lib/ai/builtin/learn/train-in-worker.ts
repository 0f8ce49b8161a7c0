import { Worker } from "node:worker_threads";
import type { TrainingOptions, TrainingRow } from "./types.ts";

/**
 * Trains in a thread of its own and returns the serialised model, so that the caller's event loop stays free.
 * Rejects when training throws, or when `signal` aborts.
 */
export function trainInWorker(
  rows: readonly TrainingRow[],
  options: TrainingOptions = {},
  signal?: AbortSignal,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL("./train-worker.ts", import.meta.url), {
      workerData: { rows, options },
    });
    const abort = () => {
      reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener("abort", abort, { once: true });
    worker.once("message", (bytes: Uint8Array) => {
      resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      signal?.removeEventListener("abort", abort);
      if (code !== 0) reject(new Error(`Training ended with code ${code}.`));
    });
  });
}
