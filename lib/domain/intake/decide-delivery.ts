import { chooseThread, type FoundTicket, type ThreadFindings } from "./choose-thread.ts";
import type { Address, ParsedEmail } from "./parsed-email.ts";
import type { ThreadClues } from "./thread-clues.ts";
import { mayOpenTicket, type Permission, type SenderChecks, whoMayAppend } from "./who-may-append.ts";
import { type IgnoreFacts, isForgedBounce, whyIgnore } from "./why-ignore.ts";

/** Everything the decision looks at, read from the ledger and the desk beforehand. */
export type DeliveryFacts = {
  ignore: IgnoreFacts;
  clues: ThreadClues;
  findings: ThreadFindings;
  checks: SenderChecks;
  /** The agent whose address the sender has. */
  agent: AgentSender | null;
  /** The sender is one of our own mailboxes. */
  senderIsOurs: boolean;
  /** The side conversation that the mail came to or answers. */
  side: FoundSide | null;
  /** The outgoing mail a bounce reports on, by bounce address or Message-ID. */
  bouncedOutboundId: string | null;
  /** The ticket of the same mail from the same sender, which came to another mailbox of ours. */
  copyOfTicketId: string | null;
};

export type FoundSide = {
  conversationId: string;
  by: "side_address" | "side_reply";
  /** The sender is one of the people written to. */
  isParticipant: boolean;
};

export type AgentSender = {
  id: string;
  /** The ticket whose reply address, made for this very agent, the mail came to. */
  answers: FoundTicket | null;
};

export type Delivery =
  | { kind: "ignore"; reason: string }
  /** The agent answers the customer by mail. */
  | { kind: "agent_reply"; agentId: string; ticketId: string; reason: "agent_reply_address" }
  /** The agent hands in a customer's mail: the customer is the one who wrote it. */
  | { kind: "agent_forward"; agentId: string; customer: Address; reason: "forwarded_by_agent" }
  /** A third party answers: for the side conversation alone. */
  | {
      kind: "side_answer";
      conversationId: string;
      reason: FoundSide["by"];
      unverified: string | null;
      autoKind: string | null;
    }
  | { kind: "bounce"; outboundId: string }
  | {
      kind: "file";
      target:
        | { kind: "new"; followUpOf: string | null }
        | { kind: "append"; ticketId: string; standing: "participant" | "flagged" };
      /** The ledger's word: `in_reply_to`, `new_ticket`… */
      reason: string;
      /** Why the sender is not taken for who they say they are, or may not speak for the ticket. */
      unverified: string | null;
      autoKind: string | null;
      noAckReason: string | null;
    };

/**
 * What becomes of a mail: the order of the questions is the rule. Bounces first, then whether it is ours, a loop or
 * blocked, then whether a third party answers on the side, then where it belongs, then whether its sender may write there.
 */
export function decideDelivery(email: ParsedEmail, facts: DeliveryFacts): Delivery {
  if (email.bounce) return decideBounce(email, facts);
  const ignored = whyIgnore(email, facts.ignore);
  if (ignored?.action === "ignore") return { kind: "ignore", reason: ignored.reason };
  const held = ignored?.reason ?? null;

  // Whoever fills in a form can enter anybody's address and any subject.
  const byForm = email.formRelay !== undefined;
  if (facts.side && !byForm) return decideSide(facts.side, email, facts, held);
  const byAgent = decideAgentMail(email, facts);
  if (byAgent) return byAgent;
  const choice = byForm
    ? ({ kind: "new" } as const)
    : chooseThread(facts.clues, facts.findings, facts.agent?.answers ?? null);
  if (choice.kind === "new" && isNoRequest(email)) return { kind: "ignore", reason: email.autoReply!.kind };
  const common = {
    kind: "file" as const,
    // No person sees the envelope's sender, so no person writes to it.
    autoKind: email.autoReply?.kind ?? (facts.ignore.ownBounceAddress ? "machine" : null),
    noAckReason: noAckReason(email, facts, held),
  };
  if (choice.kind === "new") {
    const unverified = flagOf(mayOpenTicket(email.senderVerdict, facts.checks)) ?? held;
    if (facts.copyOfTicketId) {
      const reason = "copy_in_another_mailbox";
      const target = { kind: "new" as const, followUpOf: facts.copyOfTicketId };
      return { ...common, target, reason, unverified, noAckReason: reason };
    }
    return { ...common, target: { kind: "new", followUpOf: null }, reason: "new_ticket", unverified };
  }

  const ticket = choice.kind === "append" ? choice.ticket : choice.of;
  const permission = permissionOn(ticket, email, facts);
  const unverified = flagOf(permission) ?? held;
  if (choice.kind === "follow_up") {
    const followUpOf =
      permission.kind === "append" && permission.as === "participant" ? ticket.ticketId : null;
    return {
      ...common,
      target: { kind: "new", followUpOf },
      reason: `follow_up_by_${choice.by}`,
      unverified,
    };
  }
  const standing = permission.kind === "append" && permission.as !== "flagged" ? "participant" : "flagged";
  return {
    ...common,
    target: { kind: "append", ticketId: ticket.ticketId, standing },
    reason: choice.by,
    unverified,
  };
}

/** Whoever writes to a side conversation, the words stay in it; a stranger's are marked. */
function decideSide(
  { conversationId, by, isParticipant }: FoundSide,
  email: ParsedEmail,
  facts: DeliveryFacts,
  held: string | null,
): Delivery {
  const permission = whoMayAppend({
    verdict: email.senderVerdict,
    checks: facts.checks,
    isParticipant,
    isAgent: false,
    hasAgentAddress: false,
    replyToIsAgent: false,
    strangers: "append_flagged",
  });
  return {
    kind: "side_answer",
    conversationId,
    reason: by,
    unverified: flagOf(permission) ?? held,
    autoKind: email.autoReply?.kind ?? null,
  };
}

/** Only a proven agent: a From alone is nobody's. What a machine writes in their name is no answer of theirs. */
function decideAgentMail(
  email: ParsedEmail,
  { agent, checks, clues, findings }: DeliveryFacts,
): Delivery | null {
  const proven = checks.dmarc === "pass" || checks.arcPass;
  if (!agent || !proven || email.senderVerdict.kind !== "known" || email.autoReply) return null;
  const ticket = agent.answers?.mergedInto ?? agent.answers;
  if (ticket) {
    if (ticket.status === "closed") return null;
    return {
      kind: "agent_reply",
      agentId: agent.id,
      ticketId: ticket.ticketId,
      reason: "agent_reply_address",
    };
  }
  const customer = email.forward?.originalFrom;
  if (!customer || !isAddress(customer.address) || customer.address === email.senderVerdict.address)
    return null;
  if (chooseThread(clues, findings).kind !== "new") return null;
  return { kind: "agent_forward", agentId: agent.id, customer, reason: "forwarded_by_agent" };
}

/** Good enough to answer to; the parser has read it strictly before. */
const isAddress = (address: string) => /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;]+$/.test(address);

function decideBounce(email: ParsedEmail, facts: DeliveryFacts): Delivery {
  const bounce = email.bounce!;
  if (facts.bouncedOutboundId && !bounce.success)
    return { kind: "bounce", outboundId: facts.bouncedOutboundId };
  const known = facts.ignore.ownBounceAddress || facts.bouncedOutboundId !== null;
  const forged = isForgedBounce(email, {
    ownBounceAddress: facts.ignore.ownBounceAddress,
    reportsOurMail: facts.bouncedOutboundId !== null,
  });
  return { kind: "ignore", reason: forged || !known ? "bounce_of_unknown_mail" : "delivery_report" };
}

/** An absence note or a read receipt that answers nothing of ours asks for nothing. */
function isNoRequest(email: ParsedEmail): boolean {
  return email.autoReply?.kind === "vacation" || email.autoReply?.kind === "mdn";
}

function permissionOn(ticket: FoundTicket, email: ParsedEmail, facts: DeliveryFacts): Permission {
  return whoMayAppend({
    verdict: email.senderVerdict,
    checks: facts.checks,
    isParticipant: facts.findings.isParticipant(ticket),
    isAgent: facts.agent !== null,
    hasAgentAddress: facts.agent?.answers != null,
    replyToIsAgent: false,
    strangers: "append_flagged",
  });
}

function flagOf(permission: Permission): string | null {
  return permission.kind === "append" && permission.as !== "flagged" ? null : permission.reason;
}

function noAckReason(email: ParsedEmail, facts: DeliveryFacts, held: string | null): string | null {
  if (held) return held;
  if (facts.senderIsOurs) return "sender_is_ours";
  if (facts.checks.dmarc === "fail" && !facts.checks.arcPass) return "dmarc_failed";
  return email.autoAck.send ? null : email.autoAck.reason;
}
