import type { Translate } from "#lib/i18n/translate.ts";
import type { LedgerRow } from "#lib/reads/mail-ledger.ts";

const told = [
  "new_ticket",
  "in_reply_to",
  "references",
  "reply_address",
  "shared_reference",
  "copy_in_another_mailbox",
  "subject_token",
  "bounce",
  "own_mail",
  "unreadable",
  "processing_failed",
  "vacation",
  "mdn",
  "bounce_of_unknown_mail",
  "delivery_report",
  "agent_reply_address",
  "forwarded_by_agent",
  "too_many_hops",
  "blocked_sender",
  "side_address",
  "side_reply",
] as const;

/** Why a mail is where it is, in a sentence. A word of a newer version is shown as it is. */
export function reasonWords(
  { reason, ticketNumber }: Pick<LedgerRow, "reason" | "ticketNumber">,
  t: Translate,
): string {
  if (!reason) return "";
  const number = ticketNumber ?? "–";
  if (reason.startsWith("follow_up_by_")) return t("ledger.reason.follow_up", { number });
  const known = told.find((one) => one === reason);
  return known ? t(`ledger.reason.${known}`, { number }) : reason.replaceAll("_", " ");
}
