import { eq } from "drizzle-orm";
import { type outboundEmails, sideConversations, sideMessages } from "#db/schema/index.ts";
import { notify } from "../notices/notify.ts";
import { ticketForUpdate } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";

/** A mail to a third party did not arrive: the conversation asks for somebody, and the customer's clocks hear nothing of it. */
export async function sideMailFailed(
  transaction: Transaction,
  mail: typeof outboundEmails.$inferSelect,
  error: string,
): Promise<void> {
  const { tx, emit } = transaction;
  if (!mail.sideMessageId) return;
  const [message] = await tx.select().from(sideMessages).where(eq(sideMessages.id, mail.sideMessageId));
  if (!message) return;
  const [conversation] = await tx
    .update(sideConversations)
    .set({ answered: true, state: "open" })
    .where(eq(sideConversations.id, message.conversationId))
    .returning();
  const ticket = await ticketForUpdate(tx, conversation!.ticketId);
  await emit({ type: "side.failed", ticketId: ticket.id, conversationId: conversation!.id, error });
  const told = ticket.assigneeId ?? message.agentId;
  const causeId = `side_failed:${mail.id}`;
  if (told) await notify(transaction, [told], { ticketId: ticket.id, kind: "side_failed", causeId });
}
