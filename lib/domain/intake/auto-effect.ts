import type { AutoReply } from "./parsed-email.ts";

/** quiet: kept collapsed, opens and reopens nothing. unanswered: handled as usual, but nothing automatic answers. */
export type AutoEffect = "as_usual" | "unanswered" | "quiet";

/** What automatic mail does to tickets. A quiet mail without a ticket is kept in the ledger alone. */
export function autoEffect(autoReply: AutoReply | null): AutoEffect {
  if (!autoReply) return "as_usual";
  return autoReply.quiet ? "quiet" : "unanswered";
}
