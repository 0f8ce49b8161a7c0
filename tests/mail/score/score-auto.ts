import { autoEffect } from "#lib/domain/intake/auto-effect.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import type { Check, MailCase } from "./cases.ts";

/** Whether an acknowledgement may go out decides; the kind and the effect on tickets explain. */
export function scoreAuto({ expect }: MailCase, mail: ParsedEmail): Check[] {
  const checks: Check[] = [];
  const got = mail.autoReply?.kind ?? "none";
  if ("send_auto_ack" in expect)
    checks.push({
      field: "send_auto_ack",
      ok: mail.autoAck.send === expect.send_auto_ack,
      got: mail.autoAck,
      want: expect.send_auto_ack,
    });
  if (expect.is_auto_reply === true)
    checks.push({
      field: "is_auto_reply",
      ok: mail.autoReply !== null && mail.autoReply.kind !== "bounce",
      got,
    });
  else if (expect.is_auto_reply !== undefined)
    checks.push({
      field: "kind",
      ok: String(expect.is_auto_reply)
        .split("_or_")
        .some((kind) => kind === got || (kind === "auto" && got !== "none")),
      got,
      want: expect.is_auto_reply,
    });
  if (expect.ticket_effect) {
    const effect = { as_usual: /^new/, unanswered: /^new/, quiet: /^no_new|own|drop|ignore/ }[
      autoEffect(mail.autoReply)
    ];
    checks.push({
      field: "ticket_effect",
      ok: effect.test(expect.ticket_effect),
      got: mail.autoReply,
      want: expect.ticket_effect,
    });
  }
  return checks;
}
