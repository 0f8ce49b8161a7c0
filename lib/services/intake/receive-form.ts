import type { Context } from "../context.ts";
import { isBlockedAddress } from "../customers/block-customer.ts";
import { type InboundRow, ignoreInboundEmail } from "./finish-inbound-email.ts";
import { type Received, receiveMessage } from "./receive-message.ts";
import { readForm } from "./record-form.ts";

/** Files a web form: always a new ticket, since nobody has proved to own the address in it; none for a blocked one. */
export async function receiveForm(
  ctx: Context,
  { row, raw }: { row: InboundRow; raw: Buffer },
): Promise<Received | null> {
  const form = readForm(raw);
  if (await isBlockedAddress(ctx.db, form.email)) {
    await ignoreInboundEmail(ctx, { inboundEmailId: row.id, reason: "blocked_sender", detail: row.detail });
    return null;
  }
  return receiveMessage(ctx, {
    inboundEmailId: row.id,
    channel: "web_form",
    from: { name: form.name, address: form.email },
    cc: [],
    subject: form.subject,
    body: form.body,
    trimmed: "",
    html: null,
    language: form.locale,
    messageId: null,
    refersTo: [],
    autoKind: null,
    unverified: null,
    noAckReason: null,
    attachments: form.attachments.map(({ name, type, base64 }) => ({
      name,
      type,
      contentId: null,
      inline: false,
      content: Buffer.from(base64, "base64"),
    })),
    target: { kind: "new", followUpOf: null },
    reason: "new_ticket",
  });
}
