import { createHash } from "node:crypto";
import type { ParsedEmail } from "./parsed-email.ts";

/**
 * The same for copies of one mail that came by two mailboxes or two doors, and different as soon as sender, date or
 * words differ: a reused Message-ID alone is never a copy. Null without a Message-ID.
 */
export function copyKey(email: ParsedEmail): string | null {
  if (!email.messageId) return null;
  const from = email.from.map((person) => person.address).join(",");
  const date = email.date?.toISOString() ?? "";
  const files = email.attachments.map((file) => file.sha256).join(",");
  return createHash("sha256")
    .update([email.messageId, from, date, email.subject, email.text.trim(), files].join("\n"))
    .digest("hex");
}

/** A Message-ID for mail that has none: from its content, so the same mail gets the same one again. */
export function derivedMessageId(contentKey: string, domain: string): string {
  return `derived.${contentKey.slice(0, 40)}@${domain}`;
}
