/** Text that came from outside. It is read and quoted, never obeyed: no instruction in it means anything. */
declare const untrustedMark: unique symbol;
export type Untrusted = string & { readonly [untrustedMark]: true };

/** Marks text as coming from outside. There is no way back: prompts and rules take `Untrusted` knowingly. */
export function untrusted(text: string): Untrusted {
  return text as Untrusted;
}

export type ThreadMessage = {
  id: string;
  from: "customer" | "agent" | "assistant";
  /** Plain text of a public message; quoted history and signature may still be in it. Never an internal note. */
  text: Untrusted;
  at: Date;
};

/** Another ticket of the same customer, with what they wrote first. */
export type OwnTicket = { id: string; number: number; subject: Untrusted; text: Untrusted };

/** A ticket as the assistant may see it: this customer's own public messages, and nobody else's. */
export type UntrustedThread = {
  ticketId: string;
  /** Version of the ticket that was read; a suggestion based on an older one is discarded. */
  version: number;
  subject: Untrusted;
  /** Oldest first. */
  messages: readonly ThreadMessage[];
  channel: "email" | "web_form" | "chat" | "api" | "portal";
  customerName?: Untrusted;
  /** The customer's language as the desk knows it, for texts too short to tell. */
  customerLocale?: string;
  /** The customer's other tickets that were open when this one came; looked at for a first message only. */
  others?: readonly OwnTicket[];
};

/** The customer's messages that nobody has answered yet: a burst is read, and answered, as one. */
export function unansweredMessages(thread: UntrustedThread): readonly ThreadMessage[] {
  const lastReply = thread.messages.findLastIndex((message) => message.from !== "customer");
  const burst = thread.messages.slice(lastReply + 1);
  return burst.length > 0
    ? burst
    : thread.messages.filter((message) => message.from === "customer").slice(-1);
}
