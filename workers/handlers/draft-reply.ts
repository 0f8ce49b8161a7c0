import type { Tried } from "#lib/ai/assistant.ts";
import type { DraftReply } from "#lib/domain/answers/draft.ts";
import type { UntrustedThread } from "#lib/domain/triage/thread.ts";
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
    const summed = evidence ? await ai.summarise(thread, evidence, triedOn(thread, drafted?.draft)) : null;
    const decision = await fileDraft(within(ctx, { now: new Date() }), {
      ticketId,
      messageId,
      basedOnVersion: thread.version,
      evidence,
      draft: drafted && { output: drafted.output, run: drafted },
      check: checked && { output: checked.output, run: checked },
      summary: summed?.output ?? "",
      handOff: summed?.summary ?? null,
    });
    if (decision) log.info({ ticketId, decision: decision.kind, reason: decision.reason }, "answer decided");
  } catch (error) {
    if (!run.isLast) throw error;
    log.error({ ticketId, err: error }, "answer could not be written");
    await handToPeople(ctx, { ticketId, messageId, reason: "tool_failure" });
  }
};

/** What the assistant has said on the ticket, and which articles it would say now. */
function triedOn(thread: UntrustedThread, draft: DraftReply | undefined): Tried {
  return {
    reason: null,
    assistantReplies: thread.messages.filter(({ from }) => from === "assistant").map(({ text }) => text),
    articlesOffered: draft?.answerable ? draft.sources.map(({ title }) => title) : [],
  };
}
