import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { drafts } from "#db/schema/index.ts";
import { wordDiff } from "#lib/domain/answers/word-diff.ts";
import { isPutOff } from "#lib/domain/delivery/put-off.ts";
import { preview } from "#lib/domain/text/clean.ts";
import { signedHtml } from "#lib/domain/writing/signed-html.ts";
import { stepBack } from "../assistant/step-back.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { conflict, invalid } from "../errors.ts";
import { emailAddress, id, parseInput, text } from "../input.ts";
import { localeOf, mailboxOf, queueEmail } from "../mail/queue-email.ts";
import { type Transaction, transact } from "../transact.ts";
import { bindTranslation } from "../translations/bind-translation.ts";
import { addOwnMessage } from "./add-message.ts";
import { chosenRecipients } from "./chosen-recipients.ts";
import { documentInput } from "./document-input.ts";
import { mustHaveSeenChanges, mustHaveSeenMessages } from "./must-have-seen.ts";
import { attachUploads } from "./own-files.ts";
import { setStatus, type Ticket, ticketForUpdate, updateTicket } from "./ticket-rows.ts";
import { writtenWords } from "./written-words.ts";

const ReplyInput = z.strictObject({
  ticketId: id(),
  /** Plain words; may stay empty beside a document. */
  body: text(100_000).default(""),
  /** The same words with their look. */
  document: documentInput().nullable().default(null),
  /** Status after sending. */
  status: z.enum(["open", "pending", "on_hold", "solved"]).default("pending"),
  /** The newest message the writer had seen: sending stops when something came since. */
  seenMessageId: id().optional(),
  /** The newest event the writer had seen: what a colleague changed since stops it too. */
  seenEvent: z.int().min(0).optional(),
  /** The assistant's draft this reply grew from. */
  draftId: id().optional(),
  /** The translation that the body grew from: both texts are kept. */
  translationId: id().optional(),
  /** Seconds during which the reply can still be taken back. */
  undoSeconds: z.int().min(0).max(60).default(0),
  /** Not before; at most a year ahead. */
  sendAt: z.coerce.date().optional(),
  /** Exactly these people. Left out: the requester, with the people in Cc. */
  recipients: z
    .strictObject({ to: z.array(emailAddress()).min(1).max(50), cc: z.array(emailAddress()).max(50) })
    .optional(),
  /** Tokens of `keepUpload`. */
  files: z.array(z.string().max(4000)).max(20).default([]),
});
export type ReplyInput = z.input<typeof ReplyInput>;

/**
 * Answers the customer as a person. Throws `conflict` when a message came that the writer has not seen:
 * their words are kept in their draft, nothing is sent.
 */
export async function replyToTicket(
  ctx: Context,
  input: ReplyInput,
): Promise<{ messageId: string; ticketId: string }> {
  ctx.must("ticket.reply");
  const reply = parseInput(ReplyInput, input);

  return transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const ticket = await ticketForUpdate(tx, reply.ticketId);
    if (ticket.status === "closed")
      throw conflict("A closed ticket cannot be answered. Create a follow-up instead.");
    if (reply.seenMessageId) await mustHaveSeenMessages(transaction, ticket, reply.seenMessageId);
    if (reply.seenEvent !== undefined) await mustHaveSeenChanges(transaction, ticket, reply.seenEvent);

    const words = writtenWords(ctx, reply);
    const used = reply.draftId ? await takeDraft(transaction, ticket, reply.draftId, words.body) : null;
    const author = personOf(ctx);
    const messageId = await addOwnMessage(transaction, ticket, {
      kind: "reply",
      author,
      body: words.body,
      document: words.document,
      html: words.html,
      language: await localeOf(transaction, ticket),
      sources: used?.sources,
      draftId: used?.id,
    });
    if (reply.translationId) await bindTranslation(transaction, ticket.id, reply.translationId, messageId);
    await attachUploads(transaction, messageId, reply.files, words.pictures);
    const signature = await signatureOf(transaction, ticket);
    const sendAt = whenToSend(ctx.now, reply);
    const putOff = isPutOff(ctx.now, sendAt);
    await queueEmail(transaction, {
      ticket,
      kind: "agent",
      causeId: `message:${messageId}`,
      messageId,
      body: signature ? `${words.body}\n\n-- \n${signature}` : words.body,
      html: words.mailHtml && signedHtml(words.mailHtml, signature),
      automatic: false,
      sendAt,
      ...(reply.recipients && {
        recipients: await chosenRecipients(transaction, ticket, reply.recipients),
      }),
    });
    await emit({
      type: "message.replied",
      ticketId: ticket.id,
      messageId,
      by: "agent",
      ...(putOff && { leavesAt: sendAt.toISOString() }),
    });
    if (used)
      await emit({ type: "draft.released", ticketId: ticket.id, draftId: used.id, edited: used.edited });
    await forgetOwnDraft(transaction, ticket.id);

    const answered = await updateTicket(transaction, ticket, {
      lastMessageAt: ctx.now,
      preview: preview(words.body),
      waitingSince: null,
      ...(await stepBack(transaction, ticket)),
      firstPersonReplyAt: ticket.firstPersonReplyAt ?? (putOff ? null : ctx.now),
      ...(author.id &&
        !ticket.assigneeId && { assigneeId: author.id, assignedAt: ctx.now, managerToldAt: null }),
    });
    if (author.id && !ticket.assigneeId) {
      await emit({ type: "ticket.assigned", ticketId: ticket.id, from: null, to: author.id, why: "replied" });
    }
    await setStatus(transaction, answered, reply.status, { why: "replied" });
    await refreshClocks(transaction, ticket.id);
    return { messageId, ticketId: ticket.id };
  });
}

function whenToSend(now: Date, { sendAt, undoSeconds }: { sendAt?: Date; undoSeconds: number }): Date {
  const soonest = new Date(now.getTime() + undoSeconds * 1000);
  if (!sendAt || sendAt <= soonest) return soonest;
  if (sendAt.getTime() - now.getTime() > 366 * 86_400_000)
    throw invalid("This is more than a year ahead.", { sendAt: "too late" });
  return sendAt;
}

/** The person behind the context; a token writes as the desk. */
export function personOf(ctx: Context): { kind: "agent"; id: string | null; name: string } {
  if (ctx.actor.kind === "agent") return { kind: "agent", id: ctx.actor.id, name: ctx.actor.name };
  if (ctx.actor.kind === "token") return { kind: "agent", id: null, name: ctx.actor.name };
  return { kind: "agent", id: null, name: "" };
}

/** Marks the assistant's draft as sent; what the person changed stays as evidence. */
async function takeDraft({ tx, ctx }: Transaction, ticket: Ticket, draftId: string, body: string) {
  const which = and(
    eq(drafts.id, draftId),
    eq(drafts.ticketId, ticket.id),
    inArray(drafts.state, ["open", "held"]),
    eq(drafts.authorKind, "assistant"),
  );
  const [draft] = await tx.select().from(drafts).where(which).for("update");
  if (!draft) return null;
  const edits = wordDiff(draft.body, body);
  await tx.update(drafts).set({ state: "sent", edits, updatedAt: ctx.now }).where(eq(drafts.id, draft.id));
  return { id: draft.id, sources: draft.sources, edited: edits.changedShare > 0 };
}

async function forgetOwnDraft({ tx, ctx }: Transaction, ticketId: string): Promise<void> {
  if (ctx.actor.kind !== "agent") return;
  await tx
    .update(drafts)
    .set({ state: "sent", updatedAt: ctx.now })
    .where(
      and(
        eq(drafts.ticketId, ticketId),
        eq(drafts.agentId, ctx.actor.id),
        eq(drafts.state, "open"),
        eq(drafts.kind, "reply"),
      ),
    );
}

async function signatureOf(transaction: Transaction, ticket: Ticket): Promise<string> {
  const mailbox = await mailboxOf(transaction, ticket);
  return mailbox.signature[await localeOf(transaction, ticket)];
}
