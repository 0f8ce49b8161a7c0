import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { attachments, drafts, messages, outboundEmails, ticketEvents } from "#db/schema/index.ts";
import { move, type TicketStatus } from "#lib/domain/tickets/status.ts";
import { mapInlines, type RichDocument } from "#lib/domain/writing/document.ts";
import { joinWords, type Words } from "#lib/domain/writing/join-words.ts";
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
  /** Whom it would have reached: who was left out is left out still. */
  recipients: { to: string[]; cc: string[] };
  /** The assistant's draft it grew from, when that is there again. */
  draftId: string | null;
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
      .returning({ to: outboundEmails.to, cc: outboundEmails.cc });
    if (!mail) throw conflict("It has left already.");

    const files = await tx.select().from(attachments).where(eq(attachments.messageId, messageId));
    await tx.delete(messages).where(eq(messages.id, messageId));
    await emit({ type: "message.unsent", ticketId: ticket.id, messageId });
    const isFirst = ticket.firstPersonReplyAt?.getTime() === message.createdAt.getTime();
    const isReopened = await reopenDraft(transaction, ticket.id, message.createdAt);
    const changed = await updateTicket(transaction, ticket, {
      ...(isFirst && { firstPersonReplyAt: null }),
      ...(isReopened && ticket.assistantState === "handed_off" && { assistantState: "draft_ready" }),
    });
    await statusOfBefore(transaction, changed, message.createdAt);
    await tellWaiting(transaction, ticket.id);
    const document = message.document && writable(ctx, message.document, files);
    const words = { body: message.body, document };
    const saved = await keepWords(transaction, ticket.id, words);
    return {
      ticketId: ticket.id,
      ...words,
      revision: saved?.kind === "saved" ? saved.revision : null,
      files: files.filter(({ inline }) => !inline).map((file) => keptFile(ctx, file)),
      recipients: { to: mail.to.map(addressOf), cc: mail.cc.map(addressOf) },
      draftId: isReopened ? message.draftId : null,
    };
  });
}

const addressOf = ({ address }: { address: string }): string => address;

/** What the reply had taken or put aside of the assistant's is open again. */
async function reopenDraft({ tx, ctx }: Transaction, ticketId: string, repliedAt: Date): Promise<boolean> {
  const ofAssistant = and(eq(drafts.ticketId, ticketId), eq(drafts.authorKind, "assistant"));
  const [newer] = await tx
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(ofAssistant, inArray(drafts.state, ["open", "held"])));
  if (newer) return false;
  const reopened = await tx
    .update(drafts)
    .set({ state: "open", edits: null, updatedAt: ctx.now })
    .where(and(ofAssistant, inArray(drafts.state, ["sent", "superseded"]), eq(drafts.updatedAt, repliedAt)))
    .returning({ id: drafts.id });
  return reopened.length > 0;
}

/** Above what its writer has begun meanwhile: neither text replaces the other. */
async function keepWords({ tx, ctx }: Transaction, ticketId: string, words: Words) {
  if (ctx.actor.kind !== "agent") return null;
  const [begun] = await tx
    .select({ body: drafts.body, document: drafts.document })
    .from(drafts)
    .where(
      and(
        eq(drafts.ticketId, ticketId),
        eq(drafts.agentId, ctx.actor.id),
        eq(drafts.kind, "reply"),
        eq(drafts.state, "open"),
      ),
    );
  const both = begun ? joinWords(words, begun) : words;
  return saveDraft(ctx, { ticketId, kind: "reply", ...both });
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
  // Where the table of moves has no way back, the reply is taken back all the same.
  const to = move(ticket.status, from).kind === "refused" ? "open" : from;
  await setStatus(transaction, ticket, to, { why: "undone" });
}
