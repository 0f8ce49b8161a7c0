import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { sanitizeEmailHtml } from "./sanitize-email-html.ts";

/**
 * The mail's own words as HTML that may be shown in the frame: inline parts as `/cid/<content id>`, which the
 * page turns into their signed address, remote images blocked. Null for plain text.
 */
export function safeHtmlOf(email: ParsedEmail): string | null {
  const html = email.replyHtml ?? email.html;
  if (!html) return null;
  const known = new Set(email.attachments.map((file) => file.contentId?.toLowerCase()));
  return sanitizeEmailHtml(html, {
    cidUrl: (id) => (known.has(id.toLowerCase()) ? `/cid/${encodeURIComponent(id)}` : null),
    remoteImageUrl: null,
  }).html;
}
