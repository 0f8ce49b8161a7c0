import { and, desc, eq, isNull } from "drizzle-orm";
import { attachments, messages, outboundEmails, ticketEvents } from "#db/schema/index.ts";
import type { TicketStatus } from "#lib/domain/tickets/status.ts";
import { mapInlines, type RichDocument } from "#lib/domain/writing/document.ts";
import type { Context } from "../context.ts";
import { conflict, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { tellWaiting } from "./merge-tickets.ts";
import { type KeptFile, keptFile } from "./own-files.ts";
import { saveDraft } from "./save-draft.ts";
import { setStatus, type Ticket, ticketForUpdate, updateTicket } from "./ticket-rows.ts";

export type Unsent = {
  ticketId: string;
  body: string;
  document: RichDocument | null;
  /** Null when nobody's draft keeps it. */
  revision: number | null;
  files: KeptFile[];
};

/**
 * Takes a reply back that has not begun to leave, scheduled ones too. Its words return to the writer's draft, the clock
 * runs as if nothing had been said, the status returns where the table of moves allows it. Throws `conflict` when
 * a worker has taken the mail already.
 */
export async function undoReply(ctx: Context, input: { messageId: string }): Promise<Unsent> {
  ctx.must("ticket.reply");
  const messageId = parseInput(id(), input.messageId);

  return transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const [message] = await tx.select().from(messages).where(eq(messages.id, messageId));
    if (!message) throw notFound("message");
    const ticket = await ticketForUpdate(tx, message.ticketId);
    const [mail] = await tx
      .delete(outboundEmails)
      .where(
        and(
          eq(outboundEmails.ticketMessageId, messageId),
          eq(outboundEmails.state, "queued"),
          eq(outboundEmails.kind, "agent"),
          isNull(outboundEmails.sendingSince),
        ),
      )
      .returning({ id: outboundEmails.id });
    if (!mail) throw conflict("It has left already.");

    const files = await tx.select().from(attachments).where(eq(attachments.messageId, messageId));
    await tx.delete(messages).where(eq(messages.id, messageId));
    await emit({ type: "message.unsent", ticketId: ticket.id, messageId });
    const isFirst = ticket.firstPersonReplyAt?.getTime() === message.createdAt.getTime();
    const changed = await updateTicket(transaction, ticket, isFirst ? { firstPersonReplyAt: null } : {});
    await statusOfBefore(transaction, changed, message.createdAt);
    await tellWaiting(transaction, ticket.id);
    const document = message.document && writable(ctx, message.document, files);
    const words = { body: message.body, document };
    const saved =
      ctx.actor.kind === "agent"
        ? await saveDraft(transaction.ctx, { ticketId: ticket.id, kind: "reply", ...words })
        : null;
    return {
      ticketId: ticket.id,
      ...words,
      revision: saved?.kind === "saved" ? saved.revision : null,
      files: files.filter(({ inline }) => !inline).map((file) => keptFile(ctx, file)),
    };
  });
}

/** The document as it was before its pictures became parts of a mail. */
function writable(
  ctx: Context,
  document: RichDocument,
  files: readonly (typeof attachments.$inferSelect)[],
): RichDocument {
  return mapInlines(document, (one) => {
    if (one.type !== "image") return one;
    const file = files.find(({ contentId }) => contentId === one.file);
    return file ? { ...one, file: keptFile(ctx, file).token } : null;
  });
}

/** Only when the reply itself moved it and nobody has since. */
async function statusOfBefore(transaction: Transaction, ticket: Ticket, repliedAt: Date): Promise<void> {
  const [last] = await transaction.tx
    .select({ at: ticketEvents.at, data: ticketEvents.data })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.ticketId, ticket.id), eq(ticketEvents.type, "ticket.status_changed")))
    .orderBy(desc(ticketEvents.seq))
    .limit(1);
  if (last?.at.getTime() !== repliedAt.getTime() || last.data.why !== "replied") return;
  const from = last.data.from as TicketStatus;
  if (from !== "closed")
    await setStatus(transaction, ticket, from === "new" ? "open" : from, { why: "undone" });
}
