import type { AutoAckAdvice, AutoReply, Bounce } from "#lib/domain/intake/parsed-email.ts";
import type { MessageFacts } from "./message-parts.ts";

type Facts = MessageFacts & { bounce: Bounce | null; listMail: boolean };
export function recognizeAutoReply(_facts: Facts): AutoReply | null {
  return null;
}
export function autoAckAdvice(_facts: Facts & { autoReply: AutoReply | null }): AutoAckAdvice {
  return { send: true, reason: null };
}
