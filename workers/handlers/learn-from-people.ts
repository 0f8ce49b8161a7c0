import { readLesson } from "#lib/reads/lesson.ts";
import { keepModel } from "#lib/services/assistant/keep-model.ts";
import type { Handler } from "../handler.ts";

/** Learns what people have sorted since the last version, when there is anything, and keeps the result as the next one. */
export const learnFromPeople: Handler<"assistant.learn"> = async (_, { ctx, log, run }) => {
  const lesson = await readLesson(ctx.db, ctx.config.publicUrl);
  if (!lesson) return;
  // Loaded when there is something to learn: most workers' tests have no classifier.
  const { learnFromPeople: learn } = await import("#lib/ai/learn.ts");
  const learnt = await learn(lesson.knowledge, lesson.before, lesson.questions, run.signal);
  const kept = await keepModel(ctx, { learntFrom: lesson.learntFrom, ...learnt });
  if (kept) log.info({ version: kept.version, ...learnt.metrics }, "the assistant has learnt");
};
