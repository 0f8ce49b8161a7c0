import type { ForwardedEmail } from "#lib/domain/intake/parsed-email.ts";
import type { MessageFacts } from "./message-parts.ts";

export function recognizeForward(_facts: MessageFacts): ForwardedEmail | null {
  return null;
}
