import { eq } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { HandOffReason } from "#lib/domain/answers/gate.ts";
import { isOpen } from "#lib/domain/tickets/status.ts";
import { asAssistant, type Context } from "../context.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import { transact } from "../transact.ts";
import { acknowledge } from "./acknowledge.ts";
import { handOver } from "./hand-over.ts";
import { appliedRun, recordRun } from "./record-run.ts";

/**
 * The way out when the assistant cannot: the ticket goes to people with the reason, whatever failed before.
 * A message that is decided already stays as it is.
 */
export async function handToPeople(
  ctx: Context,
  { ticketId, messageId, reason }: { ticketId: string; messageId: string; reason: HandOffReason },
): Promise<void> {
  ctx.must("assistant.apply");
  await transact(asAssistant(ctx), async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, ticketId);
    const [message] = await transaction.tx.select().from(messages).where(eq(messages.id, messageId));
    if (!message || !isOpen(ticket.status) || (await appliedRun(transaction, messageId, "decide"))) return;
    const runId = await recordRun(transaction, {
      ticketId,
      messageId,
      step: "decide",
      applied: true,
      basedOnVersion: ticket.version,
      model: "rules",
      promptVersion: "1",
      inputHash: "",
      attempt: 1,
      outcome: "hand_off",
      costUsd: 0,
      latencyMs: 0,
      output: { kind: "hand_off", reason, close: false },
    });
    const routed = await handOver(transaction, ticket, reason, { runId, summary: "" });
    await acknowledge(transaction, routed, message);
  });
}
