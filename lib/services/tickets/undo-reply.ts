import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { attachments, drafts, messages, outboundEmails, ticketEvents } from "#db/schema/index.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import { move, type TicketStatus } from "#lib/domain/tickets/status.ts";
import { mapInlines, type RichDocument } from "#lib/domain/writing/document.ts";
import { joinWords } from "#lib/domain/writing/join-words.ts";
import { type Context, within } from "../context.ts";
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
 * Takes a reply back that has not begun to leave, scheduled ones too. Its words return to the draft of who takes it back,
 * the clock runs as if nothing had been said, the status returns where the table of moves allows it. Throws `conflict` when
 * a worker has taken the mail already.
 */
export async function undoReply(ctx: Context, input: { messageId: string }): Promise<Unsent> {
  ctx.must("ticket.reply");
  const messageId = parseInput(id(), input.messageId);

  return transact(ctx, async (transaction) => {
    const [message] = await transaction.tx.select().from(messages).where(eq(messages.id, messageId));
    if (!message) throw notFound("message");
    const ticket = await ticketForUpdate(transaction.tx, message.ticketId);
    const unsent = await takeBack(transaction, ticket, message, { writer: ctx.actor });
    if (!unsent) throw conflict("It has left already.");
    return unsent;
  });
}

/** The same inside a transaction, into the draft of `writer`; null when it comes too late. */
export async function takeBack(
  transaction: Transaction,
  ticket: Ticket,
  message: typeof messages.$inferSelect,
  { writer, why }: { writer: Actor; why?: "customer_wrote" },
): Promise<Unsent | null> {
  const { tx, emit } = transaction;
  const ctx = within(transaction.ctx, { actor: writer });
  const messageId = message.id;
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
  if (!mail) return null;

  const attached = await tx.select().from(attachments).where(eq(attachments.messageId, messageId));
  await tx.delete(messages).where(eq(messages.id, messageId));
  await emit({ type: "message.unsent", ticketId: ticket.id, messageId, ...(why && { why }) });
  const isFirst = ticket.firstPersonReplyAt?.getTime() === message.createdAt.getTime();
  const isReopened = await reopenDraft(transaction, ticket.id, message.createdAt);
  const changed = await updateTicket(transaction, ticket, {
    ...(isFirst && { firstPersonReplyAt: null }),
    ...(isReopened && ticket.assistantState === "handed_off" && { assistantState: "draft_ready" }),
  });
  await statusOfBefore(transaction, changed, message.createdAt);
  await tellWaiting(transaction, ticket.id);
  const document = message.document && writable(ctx, message.document, attached);
  const unsent = {
    ticketId: ticket.id,
    body: message.body,
    document,
    files: attached.filter(({ inline }) => !inline).map((file) => keptFile(ctx, file)),
    recipients: { to: mail.to.map(addressOf), cc: mail.cc.map(addressOf) },
    draftId: isReopened ? message.draftId : null,
  };
  return { ...unsent, revision: await keepWords(ctx, unsent) };
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
async function keepWords(ctx: Context, unsent: Omit<Unsent, "revision">): Promise<number | null> {
  if (ctx.actor.kind !== "agent") return null;
  const { ticketId, recipients, draftId, files, ...words } = unsent;
  const [begun] = await ctx.db
    .select({ body: drafts.body, document: drafts.document, files: drafts.files })
    .from(drafts)
    .where(
      and(
        eq(drafts.ticketId, ticketId),
        eq(drafts.agentId, ctx.actor.id),
        eq(drafts.kind, "reply"),
        eq(drafts.state, "open"),
      ),
    );
  const tokens = [...files.map(({ token }) => token), ...(begun?.files ?? [])];
  const saved = await saveDraft(ctx, {
    ticketId,
    kind: "reply",
    ...(begun ? joinWords(words, begun) : words),
    files: [...new Set(tokens)].slice(0, 20),
    recipients: { to: recipients.to.join(", "), cc: recipients.cc.join(", ") },
    grewFromId: draftId,
  });
  return saved.kind === "saved" ? saved.revision : null;
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
