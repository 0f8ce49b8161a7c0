import { parentPort, workerData } from "node:worker_threads";
import { type Lesson, learnLesson } from "./lesson.ts";

// Runs in a thread of its own: one job, one answer, end.
if (parentPort) {
  const learnt = learnLesson(workerData as Lesson);
  parentPort.postMessage(learnt, [learnt.bytes.buffer as ArrayBuffer]);
}
