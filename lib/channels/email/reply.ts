import type { ForwardedEmail } from "#lib/domain/intake/parsed-email.ts";
import { isForwardSubject } from "./forward-subject.ts";
import type { MessageBody } from "./message-body.ts";
import { replyHtml } from "./reply-html.ts";
import { replyText } from "./reply-text.ts";

export interface Reply {
  replyText: string;
  trimmedText: string;
  replyHtml: string | null;
}

/** Beyond this it is no letter, and looking for its quotes would only cost time. */
const longestHtml = 1_000_000;

/**
 * What the sender wrote, from the text and from the HTML. The text decides where there is one; the HTML decides where
 * the text is made from it, or where only its marks show that there is a quote.
 */
export function replyOf(body: MessageBody, subject: string, forward: ForwardedEmail | null): Reply {
  const isForward = forward !== null || isForwardSubject(subject);
  const fromText = replyText(body.text, { isForward });
  const tooLong = body.html === null || body.html.length > longestHtml;
  const fromHtml = tooLong || isForward ? null : replyHtml(body.html!);
  if (fromHtml && (body.textFromHtml || fromText.trimmed === "")) {
    const { reply, trimmed } = replyText(fromHtml.text, { isForward });
    return { replyText: reply, trimmedText: restOf(body.text, reply, trimmed), replyHtml: fromHtml.html };
  }
  return { replyText: fromText.reply, trimmedText: fromText.trimmed, replyHtml: fromHtml?.html ?? null };
}

/** The text after the reply; when the two texts were laid out differently, all of it. */
function restOf(text: string, reply: string, trimmed: string): string {
  const lastLine = reply.slice(reply.lastIndexOf("\n") + 1);
  const at = text.indexOf(lastLine);
  const rest = at === -1 ? text : text.slice(at + lastLine.length);
  return rest.trim() || trimmed;
}
