/** acknowledgement: "we have your mail". answer: the assistant's words to a question. rating: "how was it?" */
export type AutomaticKind = "acknowledgement" | "answer" | "rating";

/** Automatic mails that were made already. */
export interface AutomaticMailFacts {
  kind: AutomaticKind;
  /** To this correspondent. */
  tenMinutes: number;
  hour: number;
  day: number;
  /** From this mailbox, to anybody. */
  mailboxHour: number;
  /** Mail to the address came back for good. */
  addressBounced: boolean;
}

export type AutomaticMailVerdict =
  | { allowed: true }
  | {
      allowed: false;
      reason: "address_bounced" | "ten_minute_cap" | "hourly_cap" | "daily_cap" | "mailbox_cap";
    };

export const perHour = 2;
export const perDay = 5;
/** More than a busy mailbox answers by itself; a flood of forged senders makes us trouble nobody beyond this. */
export const perMailboxHour = 1000;

/**
 * Whether one more automatic mail may go out. Two desks can answer each other without a single header that says so, and
 * a form can be filled with other people's addresses: the last defence is a count.
 */
export function mayMailAutomatically(facts: AutomaticMailFacts): AutomaticMailVerdict {
  if (facts.addressBounced) return refused("address_bounced");
  if (facts.kind === "acknowledgement" && facts.tenMinutes > 0) return refused("ten_minute_cap");
  if (facts.hour >= perHour) return refused("hourly_cap");
  if (facts.day >= perDay) return refused("daily_cap");
  if (facts.mailboxHour >= perMailboxHour) return refused("mailbox_cap");
  return { allowed: true };
}

function refused(reason: Exclude<AutomaticMailVerdict, { allowed: true }>["reason"]): AutomaticMailVerdict {
  return { allowed: false, reason };
}
