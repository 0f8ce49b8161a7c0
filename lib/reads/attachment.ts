import { eq } from "drizzle-orm";
import { attachments } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";

export interface AttachmentFile {
  name: string;
  type: string;
  sizeBytes: number;
  sha256: string;
}

/** What an attachment is; its bytes are read by `readBlob`. Null when there is none. */
export async function readAttachment(ctx: Context, id: string): Promise<AttachmentFile | null> {
  ctx.must("ticket.read");
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) return null;
  const [file] = await ctx.db
    .select({
      name: attachments.name,
      type: attachments.type,
      sizeBytes: attachments.sizeBytes,
      sha256: attachments.sha256,
    })
    .from(attachments)
    .where(eq(attachments.id, id));
  return file ?? null;
}
