import { z } from "zod";
import { newId } from "#db/ids.ts";
import type { Context } from "../context.ts";
import { emailAddress, parseInput, text } from "../input.ts";
import { file } from "../intake/receive-message.ts";
import { recordInboundEmail } from "../intake/record-inbound-email.ts";
import { transact } from "../transact.ts";

export const NewTicket = z.strictObject({
  customer: z.strictObject({ email: emailAddress(), name: text(200).default("") }),
  subject: text(500, 1),
  /** What the customer asks, in their words. */
  body: text(100_000, 1),
  language: z.enum(["en", "ko"]).optional(),
});

/** Opens a ticket for a customer, by a colleague's hand or another system's. It is in the ledger like any mail. */
export async function createTicket(
  ctx: Context,
  input: z.input<typeof NewTicket>,
): Promise<{ ticketId: string; messageId: string }> {
  ctx.must("ticket.create");
  const ticket = parseInput(NewTicket, input);

  return transact(ctx, async (transaction) => {
    const raw = Buffer.from(JSON.stringify({ api: newId(), ...ticket }));
    // The ledger's door is the desk's own; who opened it stands in the audit.
    const { id: inboundEmailId } = await recordInboundEmail(withDoor(transaction.ctx), { door: "api", raw });
    await transaction.audit("ticket.created_for_customer", `inbound:${inboundEmailId}`);
    return file(transaction, {
      inboundEmailId,
      channel: "api",
      from: { name: ticket.customer.name, address: ticket.customer.email },
      cc: [],
      subject: ticket.subject,
      body: ticket.body,
      trimmed: "",
      html: null,
      language: ticket.language ?? null,
      messageId: null,
      refersTo: [],
      autoKind: null,
      unverified: null,
      noAckReason: null,
      attachments: [],
      target: { kind: "new", followUpOf: null },
      reason: "new_ticket",
    });
  });
}

/** Whoever may open tickets may also put one into the ledger. */
function withDoor(ctx: Context): Context {
  return {
    ...ctx,
    must: (permission) => (permission === "inbound.record" ? undefined : ctx.must(permission)),
  };
}
