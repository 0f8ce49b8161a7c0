import type { ModelMetrics } from "#lib/domain/triage/model-versions.ts";
import { classify, loadModel, serialiseModel, trainClassifier } from "./classifier.ts";
import type { TrainingOptions, TrainingRow } from "./types.ts";

export type Lesson = {
  rows: readonly TrainingRow[];
  options?: TrainingOptions;
  /** The version in use, and how many of the rows, oldest first, it had seen. */
  before?: { bytes: Uint8Array; seen: number } | null;
};

export type Learnt = { bytes: Uint8Array; labels: string[]; metrics: ModelMetrics };

/** How many of the newest tickets two versions are compared on. */
const compared = 200;

/** Trains, and says how the new version stands beside the one before. Synchronous and heavy: for a thread of its own. */
export function learnLesson({ rows, options = {}, before }: Lesson): Learnt {
  const started = performance.now();
  const trained = trainClassifier(rows, options);
  const bytes = new Uint8Array(serialiseModel(trained));
  const seconds = (performance.now() - started) / 1000;
  const { evidence, labels } = trained.header;
  const metrics = {
    rows: rows.length,
    heldOut: evidence.rows > 0 ? evidence.accuracy : null,
    newer: null,
    agrees: null,
    seconds: Math.round(seconds * 100) / 100,
  };
  if (!before) return { bytes, labels, metrics };

  const own = loadModel(bytes);
  const older = loadModel(before.bytes);
  const newest = rows.slice(-compared);
  const alike = newest.filter(
    ({ text }) => classify(own, text).predicted === classify(older, text).predicted,
  );
  const unseen = rows.slice(Math.max(before.seen, rows.length - compared));
  const right = unseen.filter(({ text, label }) => classify(older, text).predicted === label);
  return {
    bytes,
    labels,
    metrics: {
      ...metrics,
      newer: unseen.length > 0 ? { rows: unseen.length, before: right.length / unseen.length } : null,
      agrees: newest.length > 0 ? alike.length / newest.length : null,
    },
  };
}
