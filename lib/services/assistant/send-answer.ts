import type { messages } from "#db/schema/index.ts";
import { customerLinkUrl } from "#lib/crypto/customer-link.ts";
import type { DraftReply } from "#lib/domain/answers/draft.ts";
import { preview } from "#lib/domain/text/clean.ts";
import { answerFooter } from "../mail/mail-texts.ts";
import { localeOf, queueEmail } from "../mail/queue-email.ts";
import { addOwnMessage } from "../tickets/add-message.ts";
import { setStatus, type Ticket, updateTicket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";

/** How long an answered ticket waits for a "this did not help" before it closes. */
export const closesAfterMs = 72 * 3_600_000;

export type AnswerToSend = Pick<DraftReply, "language" | "text" | "sentences" | "sources">;

/**
 * Sends the assistant's answer, marked as its own with its sources and the way to a person. One mail a
 * customer message, whatever happens: the cause is unique in the outgoing ledger.
 */
export async function sendAnswer(
  transaction: Transaction,
  ticket: Ticket,
  answer: AnswerToSend,
  cause: { message: typeof messages.$inferSelect; runId: string; close: boolean; draftId?: string },
): Promise<string> {
  const { ctx, emit } = transaction;
  const messageId = await addOwnMessage(transaction, ticket, {
    kind: "reply",
    author: { kind: "assistant", name: "Baton" },
    body: answer.text,
    language: answer.language,
    sentences: answer.sentences,
    sources: answer.sources,
    draftId: cause.draftId,
  });
  const link = customerLinkUrl(ctx.config, { ticketId: ticket.id, linkVersion: ticket.linkVersion }, ctx.now);
  await queueEmail(transaction, {
    ticket,
    kind: "auto",
    causeId: `answer:${cause.message.id}`,
    messageId,
    body: `${answer.text}\n\n-- \n${answerFooter(await localeOf(transaction, ticket), link)}`,
    automatic: true,
    recipients: { to: [{ name: cause.message.fromName, address: cause.message.fromAddress! }], cc: [] },
  });
  await emit({ type: "message.replied", ticketId: ticket.id, messageId, by: "assistant" });
  await emit({
    type: "assistant.answered",
    ticketId: ticket.id,
    runId: cause.runId,
    messageId,
    closes: cause.close,
  });

  const answered = await updateTicket(transaction, ticket, {
    assistantState: "answered",
    handOffReason: null,
    lastMessageAt: ctx.now,
    preview: preview(answer.text),
    waitingSince: null,
    firstAssistantReplyAt: ticket.firstAssistantReplyAt ?? ctx.now,
  });
  await setStatus(transaction, answered, cause.close ? "solved" : "pending", {
    why: "answered_by_assistant",
    closesAt: cause.close ? new Date(ctx.now.getTime() + closesAfterMs) : null,
  });
  return messageId;
}
