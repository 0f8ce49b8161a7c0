import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { newId } from "#db/ids.ts";
import { customers, ticketParticipants } from "#db/schema/index.ts";
import { handOver } from "../assistant/hand-over.ts";
import type { Context } from "../context.ts";
import { conflict, forbidden, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { markIgnored } from "../intake/finish-inbound-email.ts";
import { file } from "../intake/receive-message.ts";
import { recordInboundEmail } from "../intake/record-inbound-email.ts";
import { type Transaction, transact } from "../transact.ts";
import { ticketForUpdate } from "./ticket-rows.ts";

const CustomerReply = z.strictObject({
  ticketId: id(),
  body: text(20_000, 1),
  /** Made when the form was shown: sent twice is said once. */
  formId: text(100).optional(),
});

/**
 * The customer says something on their own ticket's page. On a closed ticket it opens a follow-up. Null for a blocked one: as
 * with their mail, the ledger keeps the words with the reason, and the ticket does not hear of them.
 */
export async function replyAsCustomer(
  ctx: Context,
  input: z.input<typeof CustomerReply>,
): Promise<{ ticketId: string; messageId: string } | null> {
  const reply = parseInput(CustomerReply, input);
  mustBeTheirs(ctx, reply.ticketId);

  return transact(ctx, async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, reply.ticketId);
    const from = await requesterOf(transaction, ticket.id, ticket.customerId);
    const raw = Buffer.from(JSON.stringify({ portal: true, ...reply, formId: reply.formId ?? newId() }));
    const { id: inboundEmailId } = await recordInboundEmail(transaction.ctx, { door: "form", raw });
    if (from.blockedAt) {
      const kept = { inboundEmailId, reason: "blocked_sender", ticketId: ticket.id };
      await markIgnored(transaction.ctx, kept);
      return null;
    }
    return file(transaction, {
      inboundEmailId,
      channel: "portal",
      from,
      cc: [],
      subject: ticket.subject,
      body: reply.body,
      trimmed: "",
      html: null,
      language: null,
      messageId: null,
      refersTo: [],
      autoKind: null,
      unverified: null,
      noAckReason: "portal",
      attachments: [],
      target: { kind: "append", ticketId: ticket.id, standing: "participant" },
      reason: "signed_link",
    });
  });
}

/** "This did not help, I want a person": always works, whatever the assistant thinks. */
export async function askForPerson(ctx: Context, input: { ticketId: string }): Promise<void> {
  const { ticketId } = parseInput(z.strictObject({ ticketId: id() }), input);
  mustBeTheirs(ctx, ticketId);

  await transact(ctx, async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, ticketId);
    const { blockedAt } = await requesterOf(transaction, ticket.id, ticket.customerId);
    if (blockedAt) throw conflict("This desk takes no messages from you.");
    await transaction.emit({ type: "customer.asked_for_person", ticketId: ticket.id });
    await handOver(transaction, ticket, "customer_asked");
  });
}

function mustBeTheirs(ctx: Context, ticketId: string): void {
  if (ctx.actor.kind !== "customer") throw forbidden();
  if (ctx.actor.ticketId !== ticketId) throw notFound("ticket");
}

async function requesterOf({ tx }: Transaction, ticketId: string, customerId: string) {
  const [row] = await tx
    .select({ name: customers.name, blockedAt: customers.blockedAt, address: ticketParticipants.address })
    .from(ticketParticipants)
    .innerJoin(customers, eq(customers.id, customerId))
    .where(and(eq(ticketParticipants.ticketId, ticketId), eq(ticketParticipants.kind, "requester")));
  if (!row) throw notFound("ticket");
  return row;
}
