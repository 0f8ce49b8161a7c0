import { asc, eq } from "drizzle-orm";
import { attachments, sideAttachments } from "#db/schema/index.ts";
import { readWholeBlob } from "../blobs/store-blob.ts";
import type { Context } from "../context.ts";

export type FileToSend = { name: string; type: string; content: Buffer; contentId: string | null };

/** Together, in bytes: relays take no more. What goes beyond stays on the ticket. */
const mostBytes = 25 << 20;

/** What goes out with a mail, in the order it was put there: of its message, or of a side conversation's. */
export async function readFiles(
  ctx: Context,
  { ticketMessageId, sideMessageId }: { ticketMessageId: string | null; sideMessageId: string | null },
): Promise<FileToSend[]> {
  const rows = ticketMessageId
    ? await ctx.db
        .select()
        .from(attachments)
        .where(eq(attachments.messageId, ticketMessageId))
        .orderBy(asc(attachments.createdAt), asc(attachments.id))
    : sideMessageId
      ? await sideFiles(ctx, sideMessageId)
      : [];
  const files: FileToSend[] = [];
  let bytes = 0;
  for (const { name, type, sha256, sizeBytes, contentId, inline } of rows) {
    bytes += sizeBytes;
    const content = bytes <= mostBytes ? await readWholeBlob(ctx.db, sha256) : null;
    if (content) files.push({ name, type, content, contentId: inline ? contentId : null });
  }
  return files;
}

async function sideFiles(ctx: Context, messageId: string) {
  const rows = await ctx.db
    .select()
    .from(sideAttachments)
    .where(eq(sideAttachments.messageId, messageId))
    .orderBy(asc(sideAttachments.createdAt), asc(sideAttachments.id));
  return rows.map((row) => ({ ...row, contentId: null, inline: false }));
}
