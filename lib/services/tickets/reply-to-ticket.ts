import { and, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import { drafts, messages } from "#db/schema/index.ts";
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
import { attachUploads } from "./own-files.ts";
import { setStatus, type Ticket, ticketForUpdate, updateTicket } from "./ticket-rows.ts";

const ReplyInput = z.strictObject({
  ticketId: id(),
  body: text(100_000, 1),
  /** Status after sending. */
  status: z.enum(["open", "pending", "on_hold", "solved"]).default("pending"),
  /** The newest message the writer had seen: sending stops when something came since. */
  seenMessageId: id().optional(),
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
    if (reply.seenMessageId) await mustHaveSeen(transaction, ticket, reply.seenMessageId);

    const used = reply.draftId ? await takeDraft(transaction, ticket, reply.draftId, reply.body) : null;
    const author = personOf(ctx);
    const messageId = await addOwnMessage(transaction, ticket, {
      kind: "reply",
      author,
      body: reply.body,
      language: await localeOf(transaction, ticket),
      sources: used?.sources,
      draftId: used?.id,
    });
    if (reply.translationId) await bindTranslation(transaction, ticket.id, reply.translationId, messageId);
    await attachUploads(transaction, messageId, reply.files);
    await queueEmail(transaction, {
      ticket,
      kind: "agent",
      causeId: `message:${messageId}`,
      messageId,
      body: await withSignature(transaction, ticket, reply.body),
      automatic: false,
      sendAt: whenToSend(ctx.now, reply),
      ...(reply.recipients && {
        recipients: await chosenRecipients(transaction, ticket, reply.recipients),
      }),
    });
    await emit({ type: "message.replied", ticketId: ticket.id, messageId, by: "agent" });
    if (used)
      await emit({ type: "draft.released", ticketId: ticket.id, draftId: used.id, edited: used.edited });
    await forgetOwnDraft(transaction, ticket.id);

    const answered = await updateTicket(transaction, ticket, {
      lastMessageAt: ctx.now,
      preview: reply.body.slice(0, 160),
      waitingSince: null,
      ...(await stepBack(transaction, ticket)),
      firstPersonReplyAt: ticket.firstPersonReplyAt ?? ctx.now,
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

async function mustHaveSeen({ tx, ctx }: Transaction, ticket: Ticket, seenMessageId: string): Promise<void> {
  const [seen] = await tx
    .select({ createdAt: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.id, seenMessageId), eq(messages.ticketId, ticket.id)));
  if (!seen) throw conflict("The message you had open is not on this ticket any more.");
  const mine = ctx.actor.kind === "agent" ? ctx.actor.id : null;
  const [unseen] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticket.id),
        eq(messages.kind, "reply"),
        sql`${messages.autoKind} is null`,
        or(
          gt(messages.createdAt, seen.createdAt),
          and(eq(messages.createdAt, seen.createdAt), gt(messages.id, seenMessageId)),
        ),
        mine ? or(sql`${messages.agentId} is null`, ne(messages.agentId, mine)) : undefined,
      ),
    )
    .limit(1);
  if (unseen) throw conflict("A new message came in that you have not seen. Nothing was sent.");
}

/** Marks the assistant's draft as sent; what the person changed stays as evidence. */
async function takeDraft({ tx, ctx }: Transaction, ticket: Ticket, draftId: string, body: string) {
  const [draft] = await tx
    .update(drafts)
    .set({ state: "sent", updatedAt: ctx.now })
    .where(
      and(eq(drafts.id, draftId), eq(drafts.ticketId, ticket.id), inArray(drafts.state, ["open", "held"])),
    )
    .returning();
  return draft ? { id: draft.id, sources: draft.sources, edited: draft.body.trim() !== body.trim() } : null;
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

async function withSignature(transaction: Transaction, ticket: Ticket, body: string): Promise<string> {
  const mailbox = await mailboxOf(transaction, ticket);
  const signature = mailbox.signature[await localeOf(transaction, ticket)];
  return signature ? `${body}\n\n-- \n${signature}` : body;
}
