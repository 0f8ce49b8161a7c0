import { and, asc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { newId } from "#db/ids.ts";
import { outboundEmails, sideAttachments, sideConversations, sideMessages } from "#db/schema/index.ts";
import { deriveKey } from "#lib/crypto/derive-key.ts";
import { bounceAddress } from "#lib/domain/intake/reply-address.ts";
import { sideAddress } from "#lib/domain/intake/side-address.ts";
import { clean } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { mailboxOf } from "../mail/queue-email.ts";
import { uploadsOf } from "../tickets/own-files.ts";
import { personOf } from "../tickets/reply-to-ticket.ts";
import { type Ticket, ticketForUpdate } from "../tickets/ticket-rows.ts";
import { type Transaction, transact } from "../transact.ts";
import { mustBeOutside, sidePeople } from "./side-input.ts";

type Conversation = typeof sideConversations.$inferSelect;

const words = { body: text(100_000, 1), files: z.array(z.string().max(4000)).max(20).default([]) };
const StartInput = z.strictObject({ ticketId: id(), people: sidePeople(), subject: text(500, 1), ...words });

/** Asks a third party about a ticket by mail. Their answer comes back here and never to the customer. */
export async function startSideConversation(
  ctx: Context,
  input: z.input<typeof StartInput>,
): Promise<{ conversationId: string }> {
  ctx.must("ticket.reply");
  const { ticketId, people, subject, body, files } = parseInput(StartInput, input);

  return transact(ctx, async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, ticketId);
    await mustBeOutside(transaction, people);
    const [conversation] = await transaction.tx
      .insert(sideConversations)
      .values({
        ticketId: ticket.id,
        subject,
        people,
        startedBy: ctx.actor.kind === "agent" ? ctx.actor.id : null,
        lastMessageAt: ctx.now,
        createdAt: ctx.now,
      })
      .returning();
    await send(transaction, ticket, conversation!, { body, files });
    await transaction.emit({
      type: "side.started",
      ticketId: ticket.id,
      conversationId: conversation!.id,
      to: people.map(({ address }) => address).join(", "),
      subject,
    });
    return { conversationId: conversation!.id };
  });
}

const WriteInput = z.strictObject({
  /** Its ticket: a conversation of another one is not found. */
  ticketId: id(),
  conversationId: id(),
  /** Left out: as before. */
  people: sidePeople().optional(),
  ...words,
});

/** Writes on in a side conversation. No clock of the ticket moves. */
export async function writeSideMessage(ctx: Context, input: z.input<typeof WriteInput>): Promise<void> {
  ctx.must("ticket.reply");
  const { conversationId, ticketId, people, ...written } = parseInput(WriteInput, input);

  await transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const ticket = await ticketForUpdate(tx, ticketId);
    const before = await conversationForUpdate(transaction, ticketId, conversationId);
    if (people) await mustBeOutside(transaction, people);
    const [conversation] = await tx
      .update(sideConversations)
      .set({ answered: false, state: "open", lastMessageAt: ctx.now, ...(people && { people }) })
      .where(eq(sideConversations.id, before.id))
      .returning();
    await send(transaction, ticket, conversation!, written);
    const to = conversation!.people.map(({ address }) => address).join(", ");
    await emit({ type: "side.written", ticketId: ticket.id, conversationId, to });
  });
}

const FinishInput = z.strictObject({ ticketId: id(), conversationId: id(), done: z.boolean() });

/** Calls it done, or opens it again. An answer opens it by itself. */
export async function finishSideConversation(
  ctx: Context,
  input: z.input<typeof FinishInput>,
): Promise<void> {
  ctx.must("ticket.update");
  const { ticketId, conversationId, done } = parseInput(FinishInput, input);

  await transact(ctx, async (transaction) => {
    const { state } = await conversationForUpdate(transaction, ticketId, conversationId);
    if ((state === "done") === done) return;
    await transaction.tx
      .update(sideConversations)
      .set(done ? { state: "done", answered: false } : { state: "open" })
      .where(eq(sideConversations.id, conversationId));
    await transaction.emit({ type: "side.done", ticketId, conversationId, done });
  });
}

async function conversationForUpdate(
  { tx }: Transaction,
  ticketId: string,
  conversationId: string,
): Promise<Conversation> {
  const [conversation] = await tx
    .select()
    .from(sideConversations)
    .where(eq(sideConversations.id, conversationId))
    .for("update");
  // Of a ticket that was merged into this one, too.
  const home = conversation && (await ticketForUpdate(tx, conversation.ticketId));
  if (!conversation || (conversation.ticketId !== ticketId && home?.id !== ticketId))
    throw notFound("side conversation");
  return conversation;
}

const sendingBudgetMs = 60_000;

/** Keeps the words, and puts the mail into the outgoing ledger with an address of the conversation's own. */
async function send(
  transaction: Transaction,
  ticket: Ticket,
  conversation: Conversation,
  written: { body: string; files: readonly string[] },
): Promise<void> {
  const { tx, ctx, enqueue } = transaction;
  const mailbox = await mailboxOf(transaction, ticket);
  const thread = await threadOf(transaction, conversation.id);
  const outboundId = newId(ctx.now.getTime());
  const messageId = `${outboundId}@${ctx.config.mailDomain}`;
  const { id: agentId, name } = personOf(ctx);
  const [message] = await tx
    .insert(sideMessages)
    .values({
      conversationId: conversation.id,
      direction: "out",
      agentId,
      fromName: name,
      fromAddress: mailbox.address,
      body: clean(written.body),
      messageId,
      createdAt: ctx.now,
    })
    .returning({ id: sideMessages.id });
  const files = uploadsOf(ctx, written.files);
  if (files.length > 0) {
    await tx
      .insert(sideAttachments)
      .values(files.map((file) => ({ messageId: message!.id, ...file, createdAt: ctx.now })));
  }
  const key = deriveKey(ctx.config.secret, "reply-address");
  await tx.insert(outboundEmails).values({
    id: outboundId,
    ticketId: ticket.id,
    sideMessageId: message!.id,
    mailboxId: mailbox.id,
    kind: "side",
    causeId: `side:${message!.id}`,
    messageId,
    inReplyTo: thread.at(-1) ?? null,
    references: thread,
    fromName: mailbox.senderName,
    fromAddress: mailbox.address,
    replyTo: sideAddress({ mailbox: mailbox.address, conversation: conversation.number, key }),
    envelopeFrom: bounceAddress({ mailbox: mailbox.address, outboundId, key }),
    to: conversation.people,
    cc: [],
    subject: thread.length > 0 ? `Re: ${conversation.subject}`.slice(0, 500) : conversation.subject,
    body: clean(written.body),
    automatic: false,
    sendAt: ctx.now,
    createdAt: ctx.now,
    checkAt: new Date(ctx.now.getTime() + sendingBudgetMs),
  });
  await enqueue("email.send", { outboundEmailId: outboundId });
}

/** Message-IDs of the conversation, oldest first, the newest twenty. */
async function threadOf({ tx }: Transaction, conversationId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: sideMessages.messageId })
    .from(sideMessages)
    .where(and(eq(sideMessages.conversationId, conversationId), isNotNull(sideMessages.messageId)))
    .orderBy(asc(sideMessages.createdAt), asc(sideMessages.id));
  return rows.flatMap((row) => row.id ?? []).slice(-20);
}
