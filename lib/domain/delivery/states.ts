/** States of the mail ledgers, the same words in SQL, the API and on screen. */
export const inboundStates = ["pending", "processing", "delivered", "failed", "ignored"] as const;
export type InboundState = (typeof inboundStates)[number];

export const doors = ["smtp", "lmtp", "imap", "http", "form", "api"] as const;
export type Door = (typeof doors)[number];

export const outboundStates = ["queued", "sending", "sent", "failed", "unknown", "held"] as const;
export type OutboundState = (typeof outboundStates)[number];

/** What a relay or a report said about one recipient. */
export type RecipientReport = {
  address: string;
  outcome: "refused" | "deferred" | "bounced" | "delayed";
  /** Enhanced status (RFC 3463), `5.1.1`; null when nobody said. */
  status: string | null;
  diagnostic: string;
  /** ISO. */
  at: string;
};

export const outboundKinds = ["agent", "auto", "notice", "campaign", "side"] as const;
export type OutboundKind = (typeof outboundKinds)[number];
