import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { sanitizeEmailHtml } from "./sanitize-email-html.ts";

/**
 * The mail's own words as HTML that may be shown in the frame: inline parts as `/cid/<content id>`, remote images as
 * `/remote/<base64url of the address>`. Neither is an address: `shownHtml` turns both into signed ones, the latter
 * only when the reader asks. Null for plain text.
 */
export function safeHtmlOf(email: ParsedEmail): string | null {
  const html = email.replyHtml ?? email.html;
  if (!html) return null;
  const known = new Set(email.attachments.map((file) => file.contentId?.toLowerCase()));
  return sanitizeEmailHtml(html, {
    cidUrl: (id) => (known.has(id.toLowerCase()) ? `/cid/${encodeURIComponent(id)}` : null),
    remoteImageUrl: (url) => `/remote/${Buffer.from(url.slice(0, 2000)).toString("base64url")}`,
  }).html;
}
