import type { ForwardedEmail } from "#lib/domain/intake/parsed-email.ts";
import type { MessageBody } from "./message-body.ts";

export function replyOf(body: MessageBody, _subject: string, _forward: ForwardedEmail | null) {
  return { replyText: body.text, trimmedText: "", replyHtml: null as string | null };
}
