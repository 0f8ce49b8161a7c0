import { attachments, messages } from "#db/schema/index.ts";
import { clean, cleanDeep, truncate } from "#lib/domain/text/clean.ts";
import { storeBlob } from "../blobs/store-blob.ts";
import type { Context } from "../context.ts";
import type { Transaction } from "../transact.ts";
import type { ReceivedMessage } from "./received-message.ts";

const storedText = (text: string): string => truncate(clean(text), 1_000_000);

/** What the sender wrote, as the message keeps it. A mail of nothing but quotes is shown whole. */
export const storedBody = ({ replyText, text }: { replyText: string; text: string }): string =>
  storedText(replyText || text);

/** Writes down a customer's message with its files; returns its id. */
export async function addMessage(
  { tx }: Transaction,
  ticketId: string,
  customerId: string,
  message: ReceivedMessage,
  acceptedAt: Date,
): Promise<string> {
  const [row] = await tx
    .insert(messages)
    .values({
      ticketId,
      kind: "reply",
      authorKind: "customer",
      customerId,
      fromName: truncate(clean(message.from.name), 300),
      fromAddress: message.from.address,
      body: storedText(message.body),
      trimmed: storedText(message.trimmed),
      html: message.html === null ? null : clean(message.html),
      language: message.language,
      channel: message.channel,
      messageId: message.messageId,
      refersTo: message.refersTo.slice(0, 200).map(clean),
      noAckReason: message.noAckReason,
      unverified: message.unverified,
      autoKind: message.autoKind,
      enclosed: message.enclosed ? cleanDeep(message.enclosed) : null,
      createdAt: acceptedAt,
    })
    .returning({ id: messages.id });
  await keepAttachments({ db: tx, now: acceptedAt }, row!.id, message.attachments);
  return row!.id;
}

/** Writes down what came with a message. */
export async function keepAttachments(
  { db, now }: Pick<Context, "db" | "now">,
  messageId: string,
  files: ReceivedMessage["attachments"],
): Promise<void> {
  for (const { name, type, contentId, inline, content, stored } of files) {
    await db.insert(attachments).values({
      messageId,
      name: truncate(clean(name), 255),
      type: truncate(clean(type), 255),
      sizeBytes: stored?.sizeBytes ?? content.length,
      sha256: stored?.sha256 ?? (await storeBlob(db, content)),
      contentId: contentId === null ? null : clean(contentId),
      inline,
      createdAt: now,
    });
  }
}
