import { and, asc, eq, isNotNull } from "drizzle-orm";
import { newId } from "#db/ids.ts";
import { customers, mailboxes, messages, outboundEmails, ticketParticipants } from "#db/schema/index.ts";
import { deriveKey } from "#lib/crypto/derive-key.ts";
import type { OutboundKind } from "#lib/domain/delivery/states.ts";
import { bounceAddress, replyAddress } from "#lib/domain/intake/reply-address.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";

type Person = { name: string; address: string };

export type EmailToQueue = {
  ticket: Ticket;
  kind: OutboundKind;
  /** At most one mail a cause, for ever. */
  causeId: string;
  /** The message it carries; null for acknowledgements and notices. */
  messageId: string | null;
  body: string;
  /** The same words with their look; left out, it is made from the words. */
  html?: string | null;
  /** Left out: the ticket's own. */
  subject?: string;
  /** Machine-made: carries the headers that keep other machines quiet. */
  automatic: boolean;
  /** Left out: the requester, with the people in Cc. */
  recipients?: { to: Person[]; cc: Person[] };
  sendAt?: Date;
};

const sendingBudgetMs = 60_000;

/**
 * Puts a mail into the outgoing ledger with everything that identifies it fixed for ever, and a job beside it.
 * Null when there is nobody to send to, or the cause has its mail already.
 */
export async function queueEmail(
  transaction: Transaction,
  email: EmailToQueue,
): Promise<{ id: string } | null> {
  const { tx, ctx, enqueue } = transaction;
  const { ticket } = email;
  const { to, cc } = email.recipients ?? (await participantsOf(transaction, ticket));
  if (to.length === 0) return null;

  const mailbox = await mailboxOf(transaction, ticket);
  const thread = await threadOf(transaction, ticket.id);
  const id = newId(ctx.now.getTime());
  const sendAt = email.sendAt ?? ctx.now;
  const key = deriveKey(ctx.config.secret, "reply-address");
  const [row] = await tx
    .insert(outboundEmails)
    .values({
      id,
      ticketId: ticket.id,
      ticketMessageId: email.messageId,
      mailboxId: mailbox.id,
      kind: email.kind,
      causeId: email.causeId,
      messageId: `${id}@${ctx.config.mailDomain}`,
      inReplyTo: thread.at(-1) ?? null,
      references: thread,
      fromName: mailbox.senderName,
      fromAddress: mailbox.address,
      replyTo: replyAddress({ mailbox: mailbox.address, ticketNumber: ticket.number, key }),
      envelopeFrom: bounceAddress({ mailbox: mailbox.address, outboundId: id, key }),
      to,
      cc,
      subject: truncate(clean(email.subject ?? replySubject(ticket.subject, thread.length > 0)), 500),
      body: clean(email.body),
      html: email.html ? clean(email.html) : null,
      automatic: email.automatic,
      sendAt,
      createdAt: ctx.now,
      checkAt: new Date(sendAt.getTime() + sendingBudgetMs),
    })
    .onConflictDoNothing({ target: outboundEmails.causeId })
    .returning({ id: outboundEmails.id, messageId: outboundEmails.messageId });
  if (!row) return null;
  // Answers to the mail find the ticket by this.
  if (email.messageId) {
    await tx.update(messages).set({ messageId: row.messageId }).where(eq(messages.id, email.messageId));
  }
  await enqueue("email.send", { outboundEmailId: row.id }, sendAt);
  return { id: row.id };
}

async function participantsOf({ tx }: Transaction, ticket: Ticket): Promise<{ to: Person[]; cc: Person[] }> {
  const people = await tx
    .select()
    .from(ticketParticipants)
    .where(eq(ticketParticipants.ticketId, ticket.id))
    .orderBy(asc(ticketParticipants.createdAt), asc(ticketParticipants.address));
  const ours = new Set(
    (await tx.select({ address: mailboxes.address }).from(mailboxes)).map((m) => m.address),
  );
  const outside = people.filter((person) => !ours.has(person.address));
  return {
    to: outside.filter((person) => person.kind === "requester").map(named),
    cc: outside.filter((person) => person.kind === "cc").map(named),
  };
}

const named = ({ name, address }: Person): Person => ({ name, address });

/** The ticket's mailbox, or the desk's first one: a form has none of its own. */
export async function mailboxOf({ tx, ctx }: Transaction, ticket: Ticket) {
  const [mailbox] = await tx
    .select()
    .from(mailboxes)
    .where(ticket.mailboxId ? eq(mailboxes.id, ticket.mailboxId) : eq(mailboxes.active, true))
    .orderBy(asc(mailboxes.createdAt))
    .limit(1);
  return (
    mailbox ?? {
      id: null,
      address: `support@${ctx.config.mailDomain}`,
      senderName: "Support",
      name: "Support",
      signature: { en: "", ko: "" },
      defaultLocale: "en" as const,
    }
  );
}

/** Message-IDs of the conversation, oldest first: first and last ten, the middle left out (RFC 5322 §3.6.4). */
async function threadOf({ tx }: Transaction, ticketId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: messages.messageId })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.kind, "reply"), isNotNull(messages.messageId)))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  const ids = rows.flatMap((row) => row.id ?? []);
  return ids.length <= 20 ? ids : [...ids.slice(0, 10), ...ids.slice(-10)];
}

function replySubject(subject: string, isReply: boolean): string {
  return !isReply || /^re:/i.test(subject) ? subject : `Re: ${subject}`;
}

/** The customer's language when it is one of the desk's, else the mailbox's. */
export async function localeOf(transaction: Transaction, ticket: Ticket): Promise<"en" | "ko"> {
  if (ticket.language === "en" || ticket.language === "ko") return ticket.language;
  const [customer] = await transaction.tx
    .select({ locale: customers.locale })
    .from(customers)
    .where(eq(customers.id, ticket.customerId));
  if (customer?.locale === "en" || customer?.locale === "ko") return customer.locale;
  return (await mailboxOf(transaction, ticket)).defaultLocale;
}
