import type { messages } from "#db/schema/index.ts";
import { customerLinkUrl } from "#lib/crypto/customer-link.ts";
import { automaticMailTo } from "../mail/automatic-mail.ts";
import { mailText } from "../mail/mail-texts.ts";
import { localeOf, queueEmail } from "../mail/queue-email.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";

/**
 * Tells the customer that their request arrived and where to follow it: once a ticket, in fixed words, so
 * that nobody can make the desk mail somebody else's text to a stranger. Silent when a machine wrote.
 */
export async function acknowledge(
  transaction: Transaction,
  ticket: Ticket,
  message: typeof messages.$inferSelect,
): Promise<void> {
  const address = message.fromAddress;
  if (!address || message.autoKind || message.noAckReason || message.unverified) return;
  const verdict = await automaticMailTo(transaction, { ticket, address, kind: "acknowledgement" });
  if (!verdict.allowed) return;

  const { config, now } = transaction.ctx;
  const link = customerLinkUrl(config, { ticketId: ticket.id, linkVersion: ticket.linkVersion }, now);
  const { subject, body } = mailText(await localeOf(transaction, ticket), "acknowledgement", {
    number: ticket.number,
    link,
  });
  const queued = await queueEmail(transaction, {
    ticket,
    kind: "auto",
    causeId: `acknowledgement:${ticket.id}`,
    messageId: null,
    subject,
    body,
    automatic: true,
    recipients: { to: [{ name: message.fromName, address }], cc: [] },
  });
  if (queued)
    await transaction.emit({ type: "message.acknowledged", ticketId: ticket.id, outboundId: queued.id });
}
