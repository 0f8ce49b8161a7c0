import type { Bounce } from "#lib/domain/intake/parsed-email.ts";
import type { MessageFacts } from "./message-parts.ts";

export function recognizeBounce(_facts: MessageFacts): Bounce | null {
  return null;
}
