import type { StepRun } from "#lib/ai/assistant.ts";
import { readThread } from "#lib/reads/thread.ts";
import { within } from "#lib/services/context.ts";
import { readOwnOrders } from "#lib/services/customers/read-own-orders.ts";
import { finishReplay, readAskedReplay } from "#lib/services/replays/finish-replay.ts";
import type { Handler } from "../handler.ts";

/** Takes the assistant's steps once more on a message, as the ticket stood then, and keeps them for comparing. */
export const replayAssistant: Handler<"assistant.replay"> = async ({ replayId }, { ctx, ai, run, log }) => {
  const asked = await readAskedReplay(ctx, replayId);
  if (!asked) return;
  const { ticketId, messageId, by } = asked;
  const assistant = by === "builtin" ? ai.withoutModel() : ai;
  try {
    const thread = await readThread(ctx, ticketId, { upTo: messageId });
    if (!thread) return;
    const triage = await assistant.triage(thread);
    const own = await readOwnOrders(ctx, { ticketId, messageId });
    const draft = await assistant.draftReply(thread, triage.evidence, own);
    const check = await assistant.checkAnswer(draft.draft, thread);
    const steps = [stepOf("triage", triage), stepOf("draft", draft), stepOf("check", check)];
    await finishReplay(within(ctx, { now: new Date() }), { replayId, steps });
  } catch (error) {
    if (!run.isLast) throw error;
    log.error({ ticketId, err: error }, "replay failed");
    await finishReplay(within(ctx, { now: new Date() }), { replayId, steps: null });
  }
};

function stepOf<Step extends "triage" | "draft" | "check">(step: Step, run: StepRun<object>) {
  const { model, promptVersion, outcome, inputHash, output, costUsd, latencyMs } = run;
  return { step, model, promptVersion, outcome, inputHash, output: { ...output }, costUsd, latencyMs };
}
