import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import type { Check, MailCase } from "./cases.ts";

const exact = (text: string) =>
  text
    .replace(/\r\n/g, "\n")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
const collapsed = (text: string) => text.replace(/\s+/g, "");

/** Reply text: equal, contains, excludes; and the promise that nothing the sender wrote is hidden. */
export function scoreReply({ expect }: MailCase, mail: ParsedEmail): Check[] {
  const checks: Check[] = [];
  const got = exact(mail.replyText);
  if ("reply_text" in expect) {
    // A source that keeps signatures is right, too, once its signature is taken off.
    const want = exact(expect.reply_text);
    const ok =
      got === want ||
      (expect.sig === "kept" && want.startsWith(got) && got !== "" && isSignature(want.slice(got.length)));
    checks.push({ field: expect.must_not_trim ? "must_not_trim" : "reply_text", ok, got, want });
  }
  if ("reply_text_collapsed" in expect)
    checks.push({
      field: "reply_text_collapsed",
      ok: collapsed(got) === collapsed(expect.reply_text_collapsed),
      got,
      want: expect.reply_text_collapsed,
    });
  for (const part of expect.reply_contains ?? [])
    checks.push({ field: "reply_contains", ok: got.includes(part), got, want: part });
  for (const part of expect.reply_excludes ?? [])
    checks.push({ field: "reply_excludes", ok: !got.includes(part), got, want: part });
  return checks;
}

function isSignature(rest: string): boolean {
  return /^\s*(?:-- ?\n|Sent |--\s)/.test(rest);
}
