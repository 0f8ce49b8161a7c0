import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import type { Check, MailCase } from "./cases.ts";

/** The sender that the product would store and authorise. */
export function scoreAddress({ expect }: MailCase, mail: ParsedEmail): Check[] {
  const { senderVerdict } = mail;
  const sender = senderVerdict.kind === "known" ? senderVerdict.address : null;
  const checks: Check[] = [];
  if (expect.from_not)
    checks.push({
      field: "from_not",
      ok: sender === null || !expect.from_not.includes(sender),
      got: senderVerdict,
    });
  if (expect.multiple_from_flagged || expect.unverified_or_rejected)
    checks.push({ field: "flagged", ok: sender === null, got: senderVerdict });
  return checks;
}

/** What is encrypted hides whether it is signed, so that is asked only of the rest. */
export function scoreCrypto({ expect }: MailCase, mail: ParsedEmail): Check[] {
  const kind = expect.smime ? "smime" : "pgp";
  const want = expect.smime ?? expect.pgp;
  const got = mail.crypto;
  return [
    { field: "kind", ok: got?.kind === kind, got, want: kind },
    { field: "encrypted", ok: got?.encrypted === want.encrypted, got, want },
    { field: "signed", ok: want.encrypted || got?.signed === want.signed, got, want },
    { field: "not_empty", ok: mail.text.trim() !== "" || mail.attachments.length > 0 },
    ...("inline" in want ? [{ field: "inline", ok: got?.inline === want.inline, got, want }] : []),
  ];
}

export function scoreAttach({ expect }: MailCase, mail: ParsedEmail): Check[] {
  const kept = mail.attachments.some(({ type, size }) => /tnef/.test(type) && size > 0);
  return [
    {
      field: "winmail_kept",
      ok: !expect.winmail_dat || kept,
      got: mail.attachments.map(({ name, type }) => ({ name, type })),
    },
  ];
}

/** It survived; what the source's own parser recovered from the damage is a bonus. */
export function scoreRobust({ expect }: MailCase, mail: ParsedEmail): Check[] {
  const reference = expect.reference ?? {};
  const checks: Check[] = [{ field: "survived", ok: true }];
  if (reference.subject)
    checks.push({
      field: "subject",
      ok: mail.subject === reference.subject.replace(/\s+/g, " ").trim(),
      got: mail.subject,
      want: reference.subject,
    });
  if (reference.message_id)
    checks.push({
      field: "message_id",
      ok: mail.messageId === reference.message_id,
      got: mail.messageId,
      want: reference.message_id,
    });
  if (reference.from?.[0]?.address)
    checks.push({
      field: "from",
      ok: mail.from[0]?.address === reference.from[0].address.toLowerCase(),
      got: mail.from,
      want: reference.from,
    });
  return checks;
}
