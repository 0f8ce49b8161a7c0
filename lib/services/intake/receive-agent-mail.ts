import { eq } from "drizzle-orm";
import { agents, inboundEmails } from "#db/schema/index.ts";
import type { Delivery } from "#lib/domain/intake/decide-delivery.ts";
import { enclosedIn } from "#lib/domain/intake/enclosed.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import { type Context, within } from "../context.ts";
import { addNote } from "../tickets/add-note.ts";
import { replyToTicket } from "../tickets/reply-to-ticket.ts";
import { transact } from "../transact.ts";
import { keepAttachments } from "./add-message.ts";
import type { InboundRow } from "./finish-inbound-email.ts";
import { receiveMessage } from "./receive-message.ts";
import type { ReceivedMessage } from "./received-message.ts";

type AgentMail<Kind extends Delivery["kind"]> = {
  row: InboundRow;
  email: ParsedEmail;
  files: ReceivedMessage["attachments"];
  delivery: Extract<Delivery, { kind: Kind }>;
  detail: Record<string, unknown>;
};

/** Longer than what a verb takes is cut; the original keeps the rest. */
const mostLetters = 100_000;
const wordsOf = (text: string) => truncate(clean(text).trim(), mostLetters);

/** What a proven agent wrote to their own reply address goes to the customer as their answer. */
export async function receiveAgentReply(
  ctx: Context,
  { row, email, files, delivery, detail }: AgentMail<"agent_reply">,
): Promise<void> {
  ctx.must("ticket.receive");
  await transact(ctx, async ({ ctx: inner, tx }) => {
    const [open] = await tx.select().from(inboundEmails).where(eq(inboundEmails.id, row.id)).for("update");
    if (!open || open.ticketMessageId) return;
    const agent = await asAgent(inner, delivery.agentId);
    const body = wordsOf(email.replyText || email.text) || "–";
    const { messageId } = await replyToTicket(agent, { ticketId: delivery.ticketId, body });
    await keepAttachments(inner, messageId, files);
    await tx
      .update(inboundEmails)
      .set({
        state: "delivered",
        reason: delivery.reason,
        detail,
        ticketId: delivery.ticketId,
        ticketMessageId: messageId,
        lastError: null,
        processedAt: ctx.now,
      })
      .where(eq(inboundEmails.id, row.id));
  });
}

/** A customer's mail that a proven agent passed on: the customer is who wrote it, the agent's words are a note. */
export async function receiveAgentForward(
  ctx: Context,
  { row, email, files, delivery, detail }: AgentMail<"agent_forward">,
): Promise<void> {
  const forward = email.forward!;
  await transact(ctx, async ({ ctx: inner }) => {
    const received = await receiveMessage(inner, {
      inboundEmailId: row.id,
      channel: "email",
      from: delivery.customer,
      cc: [],
      subject: forward.originalSubject ?? email.subject,
      body: forward.originalBody || email.text,
      trimmed: "",
      html: null,
      language: null,
      messageId: email.messageId,
      refersTo: [...email.inReplyTo, ...email.references],
      enclosed: enclosedIn(email),
      attachments: files,
      autoKind: null,
      unverified: null,
      // The customer wrote to somebody else: an acknowledgement would be the first they hear of us.
      noAckReason: "forwarded_by_agent",
      target: { kind: "new", followUpOf: null },
      reason: delivery.reason,
      detail,
    });
    const note = wordsOf(forward.note);
    if (note && received.isNew) {
      await addNote(await asAgent(inner, delivery.agentId), { ticketId: received.ticketId, body: note });
    }
  });
}

async function asAgent(ctx: Context, agentId: string): Promise<Context> {
  const [agent] = await ctx.db.select().from(agents).where(eq(agents.id, agentId));
  const { id, name, role } = agent!;
  return within(ctx, { actor: { kind: "agent", id, name, role } });
}
