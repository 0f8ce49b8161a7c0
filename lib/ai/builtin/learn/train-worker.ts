import { parentPort, workerData } from "node:worker_threads";
import { serialiseModel, trainClassifier } from "./classifier.ts";
import type { TrainingOptions, TrainingRow } from "./types.ts";

// Runs in a thread of its own: one job, one answer, end.
const { rows, options } = workerData as { rows: TrainingRow[]; options: TrainingOptions };
const bytes = new Uint8Array(serialiseModel(trainClassifier(rows, options)));
parentPort?.postMessage(bytes, [bytes.buffer]);
