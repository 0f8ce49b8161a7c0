import { eq } from "drizzle-orm";
import { attachments, messages } from "#db/schema/index.ts";
import type { Context } from "#lib/services/context.ts";
import { shownHtml } from "./shown-html.ts";

/** One message's HTML with the remote images that the reader asked for. Null for plain text. */
export async function readMessageHtml(
  ctx: Context,
  messageId: string,
  images: ReadonlyMap<string, string>,
): Promise<string | null> {
  ctx.must("ticket.read");
  const [message] = await ctx.db
    .select({ html: messages.html })
    .from(messages)
    .where(eq(messages.id, messageId));
  if (!message?.html) return null;
  const files = await ctx.db
    .select({ id: attachments.id, contentId: attachments.contentId })
    .from(attachments)
    .where(eq(attachments.messageId, messageId));
  return shownHtml(ctx, message.html, files, images).html;
}
