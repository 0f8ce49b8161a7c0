import { eq } from "drizzle-orm";
import { inboundEmails, sideAttachments, sideConversations, sideMessages } from "#db/schema/index.ts";
import type { Delivery } from "#lib/domain/intake/decide-delivery.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import { storeBlob } from "../blobs/store-blob.ts";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import type { InboundRow } from "../intake/finish-inbound-email.ts";
import type { ReceivedMessage } from "../intake/received-message.ts";
import { notify } from "../notices/notify.ts";
import { setStatus, ticketForUpdate } from "../tickets/ticket-rows.ts";
import { transact } from "../transact.ts";

export type SideAnswer = {
  row: InboundRow;
  email: ParsedEmail;
  from: { name: string; address: string };
  files: ReceivedMessage["attachments"];
  delivery: Extract<Delivery, { kind: "side_answer" }>;
  detail: Record<string, unknown>;
};

/**
 * Files what a third party answered: into the side conversation, never onto the ticket, where the customer reads along. Who
 * has the ticket is told; a ticket that waited for a third party is open again.
 */
export async function receiveSideAnswer(ctx: Context, answer: SideAnswer): Promise<void> {
  ctx.must("ticket.receive");
  const { row, email, from, files, delivery } = answer;
  await transact(ctx, async (transaction) => {
    const { tx, emit } = transaction;
    const [ledger] = await tx.select().from(inboundEmails).where(eq(inboundEmails.id, row.id)).for("update");
    if (!ledger || ledger.state === "delivered") return;
    const [conversation] = await tx
      .select()
      .from(sideConversations)
      .where(eq(sideConversations.id, delivery.conversationId))
      .for("update");
    const ticket = await ticketForUpdate(tx, conversation!.ticketId);
    const [message] = await tx
      .insert(sideMessages)
      .values({
        conversationId: conversation!.id,
        direction: "in",
        fromName: truncate(clean(from.name), 300),
        fromAddress: from.address,
        body: truncate(clean(email.replyText || email.text), 500_000),
        trimmed: truncate(clean(email.replyText ? email.trimmedText : ""), 500_000),
        messageId: email.messageId,
        unverified: delivery.unverified,
        autoKind: delivery.autoKind,
        createdAt: row.acceptedAt,
      })
      .returning({ id: sideMessages.id });
    for (const { name, type, content, stored } of files) {
      await tx.insert(sideAttachments).values({
        messageId: message!.id,
        name: truncate(clean(name), 255),
        type: truncate(clean(type), 255),
        sizeBytes: stored?.sizeBytes ?? content.length,
        sha256: stored?.sha256 ?? (await storeBlob(tx, content)),
        createdAt: ctx.now,
      });
    }
    const speaks = delivery.autoKind === null;
    await tx
      .update(sideConversations)
      .set({ lastMessageAt: row.acceptedAt, ...(speaks && { answered: true, state: "open" }) })
      .where(eq(sideConversations.id, conversation!.id));
    await tx
      .update(inboundEmails)
      .set({
        state: "delivered",
        reason: delivery.reason,
        detail: { ...answer.detail, sideMessageId: message!.id },
        messageId: email.messageId ?? row.messageId,
        ticketId: ticket.id,
        lastError: null,
        processedAt: ctx.now,
      })
      .where(eq(inboundEmails.id, row.id));
    await emit({
      type: "side.answered",
      ticketId: ticket.id,
      conversationId: conversation!.id,
      from: from.address,
      auto: delivery.autoKind,
      unverified: delivery.unverified,
    });
    if (!speaks) return;
    const told = ticket.assigneeId ?? conversation!.startedBy;
    if (told)
      await notify(transaction, [told], {
        ticketId: ticket.id,
        kind: "side_answered",
        causeId: `side:${message!.id}`,
      });
    if (ticket.status === "on_hold" && delivery.unverified === null) {
      await setStatus(transaction, ticket, "open", { why: "side_answered" });
      await refreshClocks(transaction, ticket.id);
    }
  });
}
