import { htmlToText } from "#lib/channels/email/html-text.ts";
import { sanitizeEmailHtml } from "#lib/channels/email/sanitize-email-html.ts";
import { textToEmailHtml } from "#lib/channels/email/text-to-html.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import type { Check, MailCase } from "./cases.ts";

const flat = (text: string) => text.replace(/\s+/g, " ").trim();

/** Statically: nothing forbidden is left, nothing remote can load, honest text is still there. */
export function scoreHtml({ expect }: MailCase, mail: ParsedEmail): Check[] {
  const shown =
    mail.html === null
      ? textToEmailHtml(mail.text)
      : sanitizeEmailHtml(mail.html, { cidUrl: () => null, remoteImageUrl: null }).html;
  const checks: Check[] = [];
  for (const pattern of expect.forbidden_regex ?? [])
    checks.push({ field: `forbidden ${pattern}`, ok: !new RegExp(pattern, "i").test(shown), got: shown });
  const dangerous =
    /<(?:script|style|iframe|object|embed|form|input|svg|math|base|meta|link|template)\b|<[^>]+\son\w+\s*=|url\(|<[^>]+\s(?:id|name|class|srcset|background|poster)\s*=/i;
  checks.push({ field: "must_not_execute", ok: !dangerous.test(shown), got: shown });
  for (const url of expect.remote_urls_blocked_until_consent ?? [])
    checks.push({ field: `blocked ${url}`, ok: !shown.includes(url), got: shown });
  const text = flat(htmlToText(shown));
  for (const kept of expect.keep_text ?? [])
    checks.push({ field: "keep_text", ok: text.includes(flat(kept)), got: text, want: kept });
  return checks;
}
