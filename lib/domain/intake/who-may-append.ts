import type { SenderVerdict } from "./parsed-email.ts";

/** What the checks of the sending domain said. `none`: no policy, or nobody checked. */
export interface SenderChecks {
  dmarc: "pass" | "fail" | "none";
  /** The domain's published wish for mail that fails. */
  policy: "none" | "quarantine" | "reject" | null;
  /** A forwarder that we trust vouches for an earlier pass (ARC, RFC 8617). */
  arcPass: boolean;
}

export interface SenderOnTicket {
  verdict: SenderVerdict;
  checks: SenderChecks;
  /** Requester, in Cc, or a colleague by the company's rule. */
  isParticipant: boolean;
  /** From is the address of an agent. */
  isAgent: boolean;
  /** The mail came to that agent's own reply address for this ticket. */
  hasAgentAddress: boolean;
  /** Reply-To names an agent while From is somebody else. */
  replyToIsAgent: boolean;
  /** What the desk wants for people who are not on the ticket. */
  strangers: "append_flagged" | "new_linked";
}

export type Permission =
  /** `commands`: may change the ticket's state (reopen, add Cc). */
  | { kind: "append"; as: "participant" | "agent"; commands: boolean; reason: AppendReason }
  | { kind: "append"; as: "flagged"; commands: false; reason: AppendReason }
  | { kind: "new_linked"; reason: AppendReason }
  | { kind: "hold"; reason: AppendReason };

export type AppendReason =
  | "sender_is_participant"
  | "sender_is_agent"
  | "not_on_this_ticket"
  | "sender_unverified"
  | "dmarc_failed"
  | "dmarc_reject"
  | "agent_unproven";

/**
 * Whether the sender may speak on the ticket that the mail belongs to. A stranger's words are never the requester's,
 * and nobody is an agent by their From alone.
 */
export function whoMayAppend(sender: SenderOnTicket): Permission {
  const { checks, verdict } = sender;
  const failed = checks.dmarc === "fail" && !checks.arcPass;
  if (verdict.kind === "unverified") return flagged("sender_unverified");
  if (failed && checks.policy === "reject") return { kind: "hold", reason: "dmarc_reject" };

  if (sender.hasAgentAddress && sender.isAgent) {
    const proven = checks.dmarc === "pass" || checks.arcPass;
    return proven
      ? { kind: "append", as: "agent", commands: true, reason: "sender_is_agent" }
      : flagged("agent_unproven");
  }
  if (sender.isAgent) return flagged("agent_unproven");
  if (failed) return flagged("dmarc_failed");
  if (sender.isParticipant) {
    return {
      kind: "append",
      as: "participant",
      commands: !sender.replyToIsAgent,
      reason: "sender_is_participant",
    };
  }
  return sender.strangers === "new_linked"
    ? { kind: "new_linked", reason: "not_on_this_ticket" }
    : flagged("not_on_this_ticket");
}

/** The same question for a mail that opens a ticket. */
export function mayOpenTicket(verdict: SenderVerdict, checks: SenderChecks): Permission {
  if (verdict.kind === "unverified") return flagged("sender_unverified");
  if (checks.dmarc === "fail" && !checks.arcPass) {
    return checks.policy === "reject" ? { kind: "hold", reason: "dmarc_reject" } : flagged("dmarc_failed");
  }
  return { kind: "append", as: "participant", commands: true, reason: "sender_is_participant" };
}

function flagged(reason: AppendReason): Permission {
  return { kind: "append", as: "flagged", commands: false, reason };
}
