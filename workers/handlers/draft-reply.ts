import { readEvidence, readThread } from "#lib/reads/thread.ts";
import { fileDraft } from "#lib/services/assistant/file-draft.ts";
import { handToPeople } from "#lib/services/assistant/hand-to-people.ts";
import { within } from "#lib/services/context.ts";
import { readOwnOrders } from "#lib/services/customers/read-own-orders.ts";
import type { Handler } from "../handler.ts";

/** Lets the assistant write and check an answer, and hands both to the gate. */
export const draftReply: Handler<"ticket.draft_reply"> = async (
  { ticketId, messageId },
  { ctx, ai, run, log },
) => {
  const thread = await readThread(ctx, ticketId);
  const evidence = await readEvidence(ctx, messageId);
  if (!thread) return;
  try {
    const own = await readOwnOrders(ctx, { ticketId, messageId });
    const drafted = evidence ? await ai.draftReply(thread, evidence, own) : null;
    const checked = drafted ? await ai.checkAnswer(drafted.output, thread) : null;
    const summary = evidence ? (await ai.summarise(thread, evidence)).output : "";
    const decision = await fileDraft(within(ctx, { now: new Date() }), {
      ticketId,
      messageId,
      basedOnVersion: thread.version,
      evidence,
      draft: drafted && { output: drafted.output, run: drafted },
      check: checked && { output: checked.output, run: checked },
      summary,
    });
    if (decision) log.info({ ticketId, decision: decision.kind, reason: decision.reason }, "answer decided");
  } catch (error) {
    if (!run.isLast) throw error;
    log.error({ ticketId, err: error }, "answer could not be written");
    await handToPeople(ctx, { ticketId, messageId, reason: "tool_failure" });
  }
};
