import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import type { Check, MailCase } from "./cases.ts";

/** Recall, recipients as a set, status where the message has one. A success or abuse report is no bounce. */
export function scoreBounce({ expect }: MailCase, mail: ParsedEmail): Check[] {
  const checks: Check[] = [];
  const { bounce } = mail;
  const isBounce = bounce !== null && !bounce.success && !bounce.abuse;
  checks.push({
    field: expect.is_bounce ? "is_bounce" : "not_a_bounce",
    ok: isBounce === expect.is_bounce,
    got: bounce,
    want: expect,
  });
  if (!bounce) return checks;
  if (expect.is_arf) checks.push({ field: "is_arf", ok: bounce.abuse });
  if (expect.is_dsn_success) checks.push({ field: "is_dsn_success", ok: bounce.success });
  if ("temporary" in expect)
    checks.push({
      field: "temporary",
      ok: bounce.temporary === expect.temporary,
      got: bounce,
      want: expect.temporary,
    });
  if (expect.recipients) {
    const got = bounce.recipients.map((one) => one.address).toSorted();
    const want = [...new Set(expect.recipients.map((one: string) => one.toLowerCase()))].toSorted();
    checks.push({ field: "recipients", ok: JSON.stringify(got) === JSON.stringify(want), got, want });
  }
  (expect.reports ?? []).forEach((report: { status?: string; action?: string }, i: number) => {
    const stated = expect.status_in_message ? expect.status_in_message[i] : true;
    if (!report.status || !stated) return;
    const got = bounce.recipients.map((one) => one.status);
    checks.push({ field: "status", ok: got.includes(report.status), got, want: report.status });
  });
  return checks;
}
