import type { Enclosed } from "#lib/domain/intake/enclosed.ts";
import type { Channel } from "#lib/domain/tickets/status.ts";

type Person = { name: string; address: string };

/** A message from outside, understood. Strings may still be hostile; they are cleaned here. */
export type ReceivedMessage = {
  inboundEmailId: string;
  channel: Channel;
  from: Person;
  cc: readonly Person[];
  subject: string;
  body: string;
  trimmed: string;
  /** Already sanitised. */
  html: string | null;
  language: string | null;
  messageId: string | null;
  refersTo: readonly string[];
  /** Auto-reply, receipt…: shown collapsed, moves nothing. */
  autoKind: string | null;
  /** Ciphers, invitations and the like inside it. */
  enclosed?: Enclosed | null;
  /** Why the sender is not taken for who they say they are; null when they are. */
  unverified: string | null;
  /** Why nothing automatic may answer; null when it may. */
  noAckReason: string | null;
  attachments: readonly {
    name: string;
    type: string;
    contentId: string | null;
    inline: boolean;
    content: Buffer;
    /** Kept already, under this hash; `content` is then empty. */
    stored?: { sha256: string; sizeBytes: number };
  }[];
  /** Where it goes, decided by `domain/intake`. */
  target:
    | { kind: "new"; followUpOf: string | null }
    | { kind: "append"; ticketId: string; standing: "participant" | "flagged" };
  /** The ledger's word for why. */
  reason: string;
  detail?: Record<string, unknown>;
};
