import { asc } from "drizzle-orm";
import { newId } from "#db/ids.ts";
import { mailboxes, outboundEmails } from "#db/schema/index.ts";
import { deriveKey } from "#lib/crypto/derive-key.ts";
import { agentReplyAddress } from "#lib/domain/intake/agent-address.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import type { Transaction } from "../transact.ts";
import { mailboxOf } from "./queue-email.ts";

type AgentMail = {
  to: { id: string; name: string; email: string };
  /** At most one mail a cause, for ever. */
  causeId: string;
  subject: string;
  body: string;
  /** With one, an answer to the mail is the person's answer to the customer. */
  ticket: Ticket | null;
};

/**
 * A machine-made mail to a person of the desk. It is not on the ticket's ledger: that it fails is nothing that
 * the customer's ticket has to know. Never to an address that the desk itself reads.
 */
export async function queueAgentMail(transaction: Transaction, mail: AgentMail): Promise<boolean> {
  const { tx, ctx, enqueue } = transaction;
  const { to, ticket } = mail;
  const all = await tx.select().from(mailboxes).orderBy(asc(mailboxes.createdAt));
  const mailbox = ticket ? await mailboxOf(transaction, ticket) : all[0];
  if (!mailbox || all.some(({ address }) => address === to.email.toLowerCase())) return false;
  const id = newId(ctx.now.getTime());
  const key = deriveKey(ctx.config.secret, "reply-address");
  const [row] = await tx
    .insert(outboundEmails)
    .values({
      id,
      mailboxId: mailbox.id,
      kind: "notice",
      causeId: mail.causeId,
      messageId: `${id}@${ctx.config.mailDomain}`,
      fromName: mailbox.senderName,
      fromAddress: mailbox.address,
      replyTo: ticket
        ? agentReplyAddress({
            mailbox: mailbox.address,
            ticketNumber: ticket.number,
            agentId: to.id,
            key,
          })
        : to.email,
      envelopeFrom: "",
      to: [{ name: to.name, address: to.email }],
      subject: truncate(clean(mail.subject), 500),
      body: clean(mail.body),
      automatic: true,
      sendAt: ctx.now,
      createdAt: ctx.now,
      checkAt: new Date(ctx.now.getTime() + 60_000),
    })
    .onConflictDoNothing({ target: outboundEmails.causeId })
    .returning({ id: outboundEmails.id });
  if (row) await enqueue("email.send", { outboundEmailId: row.id });
  return row !== undefined;
}
