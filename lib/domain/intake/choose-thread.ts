import type { TicketStatus } from "../tickets/status.ts";
import type { ThreadClues } from "./thread-clues.ts";

export interface FoundTicket {
  ticketId: string;
  number: number;
  status: TicketStatus;
  /** The ticket that this one was merged into, already followed to its end. */
  mergedInto: FoundTicket | null;
}

/** What the lookups for the clues brought. */
export interface ThreadFindings {
  /** By Message-ID of mail that we sent or received. */
  byMessageId: ReadonlyMap<string, FoundTicket>;
  /** By an id that mail we have refers to, although we never saw that mail: a parent that comes late or not at all. */
  byReference: ReadonlyMap<string, FoundTicket>;
  byNumber: ReadonlyMap<number, FoundTicket>;
  /** The sender is requester, in Cc, or a colleague on the ticket. Asked for subject tokens only. */
  isParticipant: (ticket: FoundTicket) => boolean;
}

export type ThreadEvidence =
  | "in_reply_to"
  | "references"
  | "reply_address"
  | "shared_reference"
  | "subject_token";

export type ThreadChoice =
  | { kind: "append"; ticket: FoundTicket; by: ThreadEvidence; mergedFrom: number | null }
  /** The conversation is over: a new ticket that is linked to it. */
  | { kind: "follow_up"; of: FoundTicket; by: ThreadEvidence; mergedFrom: number | null }
  | { kind: "new" };

/**
 * Which ticket a mail belongs to. Headers, then reply address, then what other mail refers to, then a subject token
 * of a participant. The same subject alone never joins anything, and a token in the body proves nothing.
 * `agentAnswers` is the ticket of an agent's own reply address. Whether the sender may write there is another question: `whoMayAppend`.
 */
export function chooseThread(
  clues: ThreadClues,
  findings: ThreadFindings,
  agentAnswers: FoundTicket | null = null,
): ThreadChoice {
  if (agentAnswers) return placeIn(agentAnswers, "reply_address");
  for (const [by, ticket] of evidence(clues, findings)) if (ticket) return placeIn(ticket, by);
  return { kind: "new" };
}

function* evidence(
  clues: ThreadClues,
  { byMessageId, byReference, byNumber, isParticipant }: ThreadFindings,
): Generator<[ThreadEvidence, FoundTicket | undefined]> {
  for (const id of clues.inReplyTo) yield ["in_reply_to", byMessageId.get(id)];
  for (const id of clues.references) yield ["references", byMessageId.get(id)];
  for (const number of clues.addressTickets) yield ["reply_address", byNumber.get(number)];
  if (clues.messageId) yield ["shared_reference", byReference.get(clues.messageId)];
  for (const id of [...clues.inReplyTo, ...clues.references]) yield ["shared_reference", byReference.get(id)];
  for (const number of clues.subjectTickets) {
    const ticket = byNumber.get(number);
    if (ticket && isParticipant(ticket.mergedInto ?? ticket)) yield ["subject_token", ticket];
  }
}

function placeIn(found: FoundTicket, by: ThreadEvidence): ThreadChoice {
  const ticket = found.mergedInto ?? found;
  const mergedFrom = found.mergedInto ? found.number : null;
  return ticket.status === "closed"
    ? { kind: "follow_up", of: ticket, by, mergedFrom }
    : { kind: "append", ticket, by, mergedFrom };
}
