import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import type { Check, MailCase } from "./cases.ts";

const flat = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Was it forwarded, by whom was it written, and are note and original told apart? */
export function scoreForward({ expect }: MailCase, mail: ParsedEmail): Check[] {
  const checks: Check[] = [];
  const { forward } = mail;
  const want = expect.forward;
  if ("is_forward" in want)
    checks.push({
      field: want.is_forward ? "is_forward" : "not_a_forward",
      ok: (forward !== null) === want.is_forward,
    });
  if (want.original_from) {
    const ok =
      forward?.originalFrom?.address === want.original_from.address.toLowerCase() &&
      flat(forward?.originalFrom?.name ?? "") === flat(want.original_from.name ?? "");
    checks.push({ field: "original_from", ok, got: forward?.originalFrom, want: want.original_from });
  }
  if ("original_subject" in want)
    checks.push({
      field: "original_subject",
      ok: flat(forward?.originalSubject ?? "") === flat(want.original_subject ?? ""),
      got: forward?.originalSubject,
      want: want.original_subject,
    });
  if ("original_body" in want)
    checks.push({
      field: "original_body",
      ok: flat(forward?.originalBody ?? "") === flat(want.original_body ?? ""),
      got: forward?.originalBody,
      want: want.original_body,
    });
  if ("agent_note" in want)
    checks.push({
      field: "agent_note",
      ok: flat(forward?.note ?? "") === flat(want.agent_note ?? ""),
      got: forward?.note,
      want: want.agent_note,
    });
  if ("before" in want)
    checks.push({
      field: "before",
      ok: flat(forward?.note ?? "") === flat(want.before ?? ""),
      got: forward?.note,
      want: want.before,
    });
  if ("embedded" in want) {
    const ending = flat(want.embedded).slice(-40);
    checks.push({
      field: "embedded",
      ok: flat(forward?.originalBody ?? "").endsWith(ending),
      got: forward?.originalBody,
      want: want.embedded,
    });
  }
  return checks;
}
