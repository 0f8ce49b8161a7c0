import { asc, eq } from "drizzle-orm";
import { attachments } from "#db/schema/index.ts";
import { readWholeBlob } from "../blobs/store-blob.ts";
import type { Context } from "../context.ts";

export type FileToSend = { name: string; type: string; content: Buffer; contentId: string | null };

/** Together, in bytes: relays take no more. What goes beyond stays on the ticket. */
const mostBytes = 25 << 20;

/** What goes out with a message, in the order it was put there. */
export async function readFiles(ctx: Context, messageId: string): Promise<FileToSend[]> {
  const rows = await ctx.db
    .select()
    .from(attachments)
    .where(eq(attachments.messageId, messageId))
    .orderBy(asc(attachments.createdAt), asc(attachments.id));
  const files: FileToSend[] = [];
  let bytes = 0;
  for (const { name, type, sha256, sizeBytes, contentId, inline } of rows) {
    bytes += sizeBytes;
    const content = bytes <= mostBytes ? await readWholeBlob(ctx.db, sha256) : null;
    if (content) files.push({ name, type, content, contentId: inline ? contentId : null });
  }
  return files;
}
