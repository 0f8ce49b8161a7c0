import type { ParsedEmail } from "./parsed-email.ts";
import type { SenderChecks } from "./who-may-append.ts";

/**
 * A web form that mails what people enter is the mail's From and names them in Reply-To. They are its sender when the
 * mailbox trusts the form's address; both are kept. What the checks said is about the form: nobody has proven to own
 * the address that was entered.
 */
export function fromBehindForm(
  email: ParsedEmail,
  checks: SenderChecks,
  trusted: { relays: readonly string[]; mailbox: string | null },
): { email: ParsedEmail; checks: SenderChecks } {
  const { senderVerdict: relay, replyTo } = email;
  const unchanged = { email, checks };
  if (relay.kind !== "known" || !trusted.relays.includes(relay.address.toLowerCase())) return unchanged;
  if (checks.dmarc === "fail" && !checks.arcPass) return unchanged;
  const [person] = replyTo;
  if (replyTo.length !== 1 || !person || !isAddress(person.address)) return unchanged;
  const address = person.address.toLowerCase();
  if (trusted.relays.includes(address) || address === trusted.mailbox?.toLowerCase()) return unchanged;
  return {
    email: {
      ...email,
      senderVerdict: { kind: "known", name: person.name, address },
      formRelay: relay.address,
      // A machine sends it, a person wrote it.
      autoReply: null,
      autoAck: { send: true, reason: null },
    },
    checks: { dmarc: "none", policy: null, arcPass: false },
  };
}

const isAddress = (address: string) => /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;]+$/.test(address);
