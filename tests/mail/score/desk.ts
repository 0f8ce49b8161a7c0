import { chooseThread, type FoundTicket, type ThreadChoice } from "#lib/domain/intake/choose-thread.ts";
import { contentKey } from "#lib/domain/intake/content-key.ts";
import { digestOf } from "#lib/domain/intake/mail-digest.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { threadClues } from "#lib/domain/intake/thread-clues.ts";
import {
  mayOpenTicket,
  type Permission,
  type SenderChecks,
  whoMayAppend,
} from "#lib/domain/intake/who-may-append.ts";
import { whyIgnore } from "#lib/domain/intake/why-ignore.ts";

export const instanceId = "desk-under-test";

interface Stored extends FoundTicket {
  requester: string;
  participants: Set<string>;
}

export type Outcome =
  | { action: "ignore" | "hold" | "duplicate"; ticket: null; permission: null; choice: null }
  | { action: "new" | "append" | "follow_up"; ticket: Stored; permission: Permission; choice: ThreadChoice };

const unchecked: SenderChecks = { dmarc: "none", policy: null, arcPass: false };

/** A desk in memory: the pure decisions in the order in which the handler asks them, without a database. */
export class Desk {
  readonly tickets: Stored[] = [];
  private readonly byMessageId = new Map<string, FoundTicket>();
  private readonly byReference = new Map<string, FoundTicket>();
  private readonly sent = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly agents: ReadonlySet<string>;
  readonly key = Buffer.alloc(32, 9);

  constructor(agents: string[]) {
    this.agents = new Set(agents);
  }

  open(requester: string, others: string[] = [], status: FoundTicket["status"] = "open"): Stored {
    const number = this.tickets.length + 1;
    const ticket: Stored = {
      ticketId: `t${number}`,
      number,
      status,
      mergedInto: null,
      requester,
      participants: new Set([requester, ...others]),
    };
    this.tickets.push(ticket);
    return ticket;
  }

  knows(messageId: string, ticket: FoundTicket, sentByUs: boolean): void {
    this.byMessageId.set(messageId, ticket);
    if (sentByUs) this.sent.add(messageId);
  }

  receive(email: ParsedEmail, raw: Buffer, mailbox = "support@helpdesk.example"): Outcome {
    const key = contentKey(mailbox, digestOf(raw));
    if (this.seen.has(key)) return { action: "duplicate", ticket: null, permission: null, choice: null };
    this.seen.add(key);
    const ignored = whyIgnore(email, {
      instanceId,
      sentByUs: email.messageId !== null && this.sent.has(email.messageId),
      ownBounceAddress: false,
      senderBlocked: false,
      unansweredLastHour: 0,
    });
    if (ignored) return { action: ignored.action, ticket: null, permission: null, choice: null };
    return this.place(email);
  }

  private place(email: ParsedEmail): Outcome {
    const sender = email.senderVerdict.kind === "known" ? email.senderVerdict.address : "";
    const isOn = (ticket: FoundTicket) => (ticket as Stored).participants.has(sender);
    const choice = chooseThread(threadClues(email, [], this.key), {
      byMessageId: this.byMessageId,
      byReference: this.byReference,
      byNumber: new Map(this.tickets.map((ticket) => [ticket.number, ticket])),
      isParticipant: isOn,
    });
    const target = choice.kind === "append" ? (choice.ticket as Stored) : null;
    const permission = target
      ? whoMayAppend({
          verdict: email.senderVerdict,
          checks: unchecked,
          isParticipant: isOn(target),
          isAgent: this.agents.has(sender),
          hasAgentAddress: false,
          replyToIsAgent: email.replyTo.some(({ address }) => this.agents.has(address) && address !== sender),
          strangers: "append_flagged",
        })
      : mayOpenTicket(email.senderVerdict, unchecked);
    const ticket =
      target ??
      this.open(
        sender,
        email.cc.map(({ address }) => address),
      );
    this.remember(email, ticket);
    const action = choice.kind === "append" ? "append" : choice.kind;
    return { action, ticket, permission, choice };
  }

  private remember(email: ParsedEmail, ticket: FoundTicket): void {
    if (email.messageId && !this.byMessageId.has(email.messageId))
      this.byMessageId.set(email.messageId, ticket);
    for (const id of [...email.inReplyTo, ...email.references])
      if (!this.byReference.has(id)) this.byReference.set(id, ticket);
  }
}
