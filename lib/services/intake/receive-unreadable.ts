import { eq } from "drizzle-orm";
import { inboundEmails } from "#db/schema/index.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { type Received, receiveMessage } from "./receive-message.ts";
import { readRaw } from "./record-inbound-email.ts";

/** Files what nobody could parse: a ticket for a person, with the original attached. Nothing automatic happens. */
export async function receiveUnreadable(
  ctx: Context,
  { inboundEmailId, error }: { inboundEmailId: string; error: string },
): Promise<Received> {
  const [row] = await ctx.db.select().from(inboundEmails).where(eq(inboundEmails.id, inboundEmailId));
  const raw = await readRaw(ctx, inboundEmailId);
  if (!row || !raw) throw notFound("inbound message");
  const address = /^[^\s@]+@[^\s@]+$/.test(row.envelopeFrom)
    ? row.envelopeFrom.toLowerCase()
    : "unreadable@sender.invalid";
  return receiveMessage(ctx, {
    inboundEmailId,
    channel: "email",
    from: { name: "", address },
    cc: [],
    subject: "",
    body: "",
    trimmed: "",
    html: null,
    language: null,
    messageId: null,
    refersTo: [],
    autoKind: "unreadable",
    unverified: "unreadable",
    noAckReason: "unreadable",
    attachments: [
      { name: "original.eml", type: "message/rfc822", contentId: null, inline: false, content: raw },
    ],
    target: { kind: "new", followUpOf: null },
    reason: "unreadable",
    detail: { error: truncate(clean(error), 500) },
  });
}
