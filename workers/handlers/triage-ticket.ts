import { readEvidence, readThread } from "#lib/reads/thread.ts";
import { applyTriage } from "#lib/services/assistant/apply-triage.ts";
import { handToPeople } from "#lib/services/assistant/hand-to-people.ts";
import type { Handler } from "../handler.ts";

/** Asks the assistant what the ticket is about and sorts it by that. Without an answer a person gets it. */
export const triageTicket: Handler<"ticket.triage"> = async (
  { ticketId, messageId },
  { ctx, ai, run, log },
) => {
  const thread = await readThread(ctx, ticketId);
  if (!thread || (await readEvidence(ctx, messageId))) return;
  try {
    const { output, ...facts } = await ai.triage(thread);
    const outcome = await applyTriage(ctx, {
      ticketId,
      messageId,
      basedOnVersion: thread.version,
      evidence: output,
      run: facts,
    });
    log.info({ ticketId, outcome, model: facts.model }, "ticket sorted");
  } catch (error) {
    if (!run.isLast) throw error;
    log.error({ ticketId, err: error }, "ticket could not be sorted");
    await handToPeople(ctx, { ticketId, messageId, reason: "tool_failure" });
  }
};
